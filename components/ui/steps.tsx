import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

export type Step = { key: string; label: ReactNode; detail?: ReactNode; state: "done" | "now" | "later" };

const looks: Record<Step["state"], string> = {
  done: "border-declassified text-ink",
  now: "border-accent bg-linear-to-b from-tint to-transparent to-75% font-semibold text-accent",
  later: "border-rule2 text-faint",
};

/** Where something stands on its way. */
export function Steps({ label, items }: { label: string; items: Step[] }) {
  const t = useTranslations("ui");
  return (
    <ol aria-label={label} className="grid gap-1.5 sm:auto-cols-fr sm:grid-flow-col">
      {items.map((step) => (
        <li
          key={step.key}
          aria-current={step.state === "now" ? "step" : undefined}
          className={clsx("border-t-[3px] pt-1.5 text-tiny", looks[step.state])}
        >
          {step.label}
          {step.state === "done" && <span className="sr-only"> ({t("done")})</span>}
          {step.detail != null && <span className="block">{step.detail}</span>}
        </li>
      ))}
    </ol>
  );
}
