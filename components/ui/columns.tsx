import type { ReactNode } from "react";

/** The matter and, beside it on a wide screen, what accompanies it; below it on a narrow one. */
export function Columns({ children, aside }: { children: ReactNode; aside: ReactNode }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-x-11 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20.5rem]">
      <div>{children}</div>
      <aside className="min-w-0">{aside}</aside>
    </div>
  );
}
