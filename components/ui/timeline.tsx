import { clsx } from "clsx";
import type { ReactNode } from "react";

export function Timeline({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ol aria-label={label} className="ml-1.5 border-l border-rule2">
      {children}
    </ol>
  );
}

type TimelineItemProps = {
  title: ReactNode;
  /** A <Time>. */
  when: ReactNode;
  who?: ReactNode;
  children?: ReactNode;
  tone?: "plain" | "strong" | "warn";
};

const dots = {
  plain: "border-edge bg-paper",
  strong: "border-accent bg-accent",
  warn: "border-warn bg-warn",
};

export function TimelineItem({ title, when, who, children, tone = "plain" }: TimelineItemProps) {
  return (
    <li className="relative pb-5 pl-5 last:pb-0">
      <span
        aria-hidden
        className={clsx("absolute top-1.5 -left-[5.5px] size-2.5 rounded-full border-2", dots[tone])}
      />
      <p className="font-semibold">{title}</p>
      <p className="text-small text-soft">
        {when}
        {who != null && <> · {who}</>}
      </p>
      {children != null && <div className="mt-1.5">{children}</div>}
    </li>
  );
}
