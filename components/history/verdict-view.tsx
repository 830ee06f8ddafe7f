import { useFormatter, useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { CheckStep } from "@/lib/history/view";

type Verdict = Extract<CheckStep, { is: "done" }>["verdict"];

/** A verdict in words: whole or not, proven up to where and since when, and each fault by its place. */
export function VerdictView({ verdict }: { verdict: Verdict }) {
  const t = useTranslations("proofs.check");
  const format = useFormatter();
  const { entries, proven, provenAt, first, faults, count } = verdict;
  const at = (seconds: number) => format.dateTime(new Date(seconds * 1000), "moment");
  const reach =
    proven < entries
      ? t("provenTo", { proven: format.number(proven), rest: format.number(entries - proven) })
      : t("provenAll", { entries: format.number(entries) });
  if (count === 0) {
    return (
      <Notice tone="good" title={t("whole")} className="mb-0">
        <p>
          {reach} {provenAt !== null && t("witnessed", { when: at(provenAt) })}
        </p>
      </Notice>
    );
  }
  return (
    <Notice tone="danger" title={t("faults", { count })} className="mb-0">
      <p>
        {first !== null && t("first", { index: format.number(first) })} {reach}
      </p>
      <ul className="mt-2 grid gap-1.5">
        {faults.map((fault, nth) => (
          <li key={nth} className="wrap-anywhere">
            <b>{t(`code.${fault.code}`)}</b> <span className="text-soft">({fault.at})</span>
            {fault.since !== null && <> {t("since", { when: at(fault.since) })}</>}
            <span className="block text-small text-soft" lang="en">
              {fault.what}
            </span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
