import { clsx } from "clsx";
import type { ReactNode } from "react";

const tones = {
  plain: "bg-rule text-ink",
  accent: "bg-tint text-accent",
  warn: "bg-warn-tint text-warn",
  danger: "bg-danger-tint text-danger",
  good: "bg-good-tint text-rehabilitated",
};

/** A short remark within a line or a cell: what is different here. */
export function Tag({ tone = "plain", children }: { tone?: keyof typeof tones; children: ReactNode }) {
  return (
    <span className={clsx("inline-block rounded-sm px-2 py-px text-tiny font-medium", tones[tone])}>
      {children}
    </span>
  );
}
