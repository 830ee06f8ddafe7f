import type { ReactNode } from "react";

/** A form that is opened when it is wanted; works before any script has loaded. */
export function Disclosure({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="border-t border-rule py-2.5 last:border-b">
      <summary className="min-h-7 cursor-pointer font-semibold text-accent">{title}</summary>
      <div className="pt-4 pb-3">{children}</div>
    </details>
  );
}
