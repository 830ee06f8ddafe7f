import { clsx } from "clsx";
import type { ReactNode } from "react";

type PanelProps = { title?: ReactNode; children: ReactNode; className?: string; id?: string };

/** The one thing in front of the person: a question or a form on a sheet of its own. */
export function Panel({ title, children, className, id }: PanelProps) {
  return (
    <section
      id={id}
      className={clsx("mb-7 rounded-lg border border-rule2 bg-sheet px-5 py-4.5 max-sm:px-4", className)}
    >
      {title != null && <h2 className="question mb-1">{title}</h2>}
      {children}
    </section>
  );
}

/** Acts under a question: the first is the answer, the rest are quieter, a note stands at the right. */
export function ActRow({ children, note }: { children: ReactNode; note?: ReactNode }) {
  return (
    <div className="mt-3.5 flex flex-wrap items-center gap-2.5">
      {children}
      {note != null && <span className="ml-auto text-small text-soft">{note}</span>}
    </div>
  );
}
