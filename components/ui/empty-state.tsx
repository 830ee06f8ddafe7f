import type { ReactNode } from "react";

/** Nothing here, and what to do about it. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="max-w-160 border-t border-rule2 py-7">
      <p className="question">{title}</p>
      {children != null && <div className="mt-1 text-soft">{children}</div>}
      {action != null && <div className="mt-4 flex flex-wrap gap-2.5">{action}</div>}
    </div>
  );
}
