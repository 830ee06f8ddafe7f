import { clsx } from "clsx";
import type { ReactNode } from "react";

export type Tone = "info" | "good" | "warn" | "danger";

const tones: Record<Tone, { box: string; sign: string; glyph: string }> = {
  info: { box: "border-accent bg-tint", sign: "text-accent", glyph: "i" },
  good: { box: "border-rehabilitated bg-good-tint", sign: "text-rehabilitated", glyph: "✓" },
  warn: { box: "border-warn bg-warn-tint", sign: "text-warn", glyph: "!" },
  danger: { box: "border-danger bg-danger-tint", sign: "text-danger", glyph: "×" },
};

type NoticeProps = {
  tone?: Tone;
  title?: ReactNode;
  children?: ReactNode;
  /** Read out when it appears after an act; not for notices that are there from the start. */
  live?: boolean;
  className?: string;
};

export function Notice({ tone = "info", title, children, live, className }: NoticeProps) {
  const { box, sign, glyph } = tones[tone];
  return (
    <div
      role={live ? (tone === "danger" ? "alert" : "status") : undefined}
      className={clsx("mb-5 flex gap-3 rounded-md border-l-4 px-4 py-3", box, className)}
    >
      <span
        aria-hidden
        className={clsx(
          "mt-px grid size-5 shrink-0 place-items-center rounded-full border-2 border-current",
          "text-[0.75rem] leading-none font-bold",
          sign,
        )}
      >
        {glyph}
      </span>
      <div className="min-w-0">
        {title != null && <p className="font-semibold">{title}</p>}
        {children}
      </div>
    </div>
  );
}
