import type { ReactNode } from "react";

export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-block rounded-sm border border-b-2 border-rule2 bg-sheet px-1.5 font-sans text-[0.6875rem] leading-4 font-medium text-soft">
      {children}
    </kbd>
  );
}
