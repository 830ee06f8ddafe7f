import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { ToldVerdict } from "@/lib/history/view";

/** A verdict in words: whole or not, proven up to where and since when, and each fault by its place. */
export function VerdictView({ verdict }: { verdict: ToldVerdict }) {
  const t = useTranslations("proofs.check");
  const { entries, proven, rest, provenAt, first, faults, count } = verdict;
  const reach = rest === null ? t("provenAll", { entries }) : t("provenTo", { proven, rest });
  if (count === 0) {
    return (
      <Notice tone="good" title={t("whole")}>
        <p>
          {reach} {provenAt !== null && t("witnessed", { when: provenAt })}
        </p>
      </Notice>
    );
  }
  return (
    <Notice tone="danger" title={t("faults", { count })}>
      <p>
        {first !== null && t("first", { index: first })} {reach}
      </p>
      <ul className="mt-2 grid gap-1.5">
        {faults.map((fault, nth) => (
          <li key={nth} className="wrap-anywhere">
            <b>{t(`code.${fault.code}`)}</b> <span className="text-soft">({fault.at})</span>
            {fault.since !== null && <> {t("since", { when: fault.since })}</>}
            <span className="block text-small text-soft" lang="en">
              {fault.what}
            </span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
