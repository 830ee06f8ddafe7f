import type { ReactNode } from "react";

/** Stays at the foot: what one answers for at the left, the one act at the right. */
export function ConfirmBar({ statement, children }: { statement: ReactNode; children: ReactNode }) {
  return (
    <div
      data-confirm-bar
      className={
        "no-print fixed right-0 bottom-0 left-0 z-20 flex flex-wrap items-center gap-x-5 gap-y-3 border-t " +
        "border-rule2 bg-sheet px-4 py-3 lg:left-[var(--rail)] lg:px-9 lg:py-4"
      }
    >
      <p className="max-w-[62ch] flex-1 basis-72 text-[0.875rem] text-soft [&_b]:text-ink">{statement}</p>
      <div className="flex flex-wrap items-center gap-2.5 sm:ml-auto">{children}</div>
    </div>
  );
}
