import { clsx } from "clsx";
import type { ReactNode } from "react";

export type StageShape = "archived" | "declassified" | "rehabilitated";

const colours: Record<StageShape, string> = {
  archived: "text-archived",
  declassified: "text-declassified",
  rehabilitated: "text-rehabilitated",
};

const fills: Record<StageShape, string> = {
  archived: "",
  declassified: "bg-linear-to-r from-current from-50% to-transparent to-50%",
  rehabilitated: "bg-current",
};

type StageMarkProps = { stage: StageShape; children: ReactNode; muted?: boolean; className?: string };

/**
 * Open, half or full circle, colour and word together: none of them alone carries the meaning. `muted` is
 * a stage not reached yet: an open circle in grey.
 */
export function StageMark({ stage, children, muted, className }: StageMarkProps) {
  return (
    <span
      className={clsx(
        "inline-flex items-baseline gap-2 text-small font-semibold",
        muted ? "text-soft" : colours[stage],
        className,
      )}
    >
      <span
        aria-hidden
        className={clsx(
          "size-2.5 shrink-0 translate-y-px rounded-full border-2 border-current",
          !muted && fills[stage],
        )}
      />
      <span>{children}</span>
    </span>
  );
}
