import { useFormatter, useTranslations } from "next-intl";
import { DefinitionList } from "@/components/ui/definition-list";
import type { RuleVersion } from "@/lib/rules/view";

/** From when until when; of what waits, from when it is wanted. */
export function Period({ version: { from, until, state } }: { version: RuleVersion }) {
  const t = useTranslations("rules.period");
  const format = useFormatter();
  const day = (moment: string) => format.dateTime(new Date(moment), "date");
  if (state === "withdrawn" || state === "never") return "–";
  if (state === "waiting") return t("wanted", { from: day(from) });
  return until ? t("fromTo", { from: day(from), to: day(until) }) : t("from", { from: day(from) });
}

/** What it is called; the founding version names itself by a word that is translated. */
export function VersionLabel({ version: { version, label } }: { version: RuleVersion }) {
  const t = useTranslations("rules");
  return version === 1 && label === "default" ? t("product") : label;
}

/** What a version rests on, and who had a part in it. */
export function VersionFacts({ version }: { version: RuleVersion }) {
  const t = useTranslations("rules");
  const format = useFormatter();
  const by = (person: { name: string } | null, at: string | null) =>
    person && at && t("by", { name: person.name, when: format.dateTime(new Date(at), "moment") });
  const { act, reason, withdrawnReason } = version;
  const items = [
    { key: "act", term: t("field.act"), value: act },
    { key: "reason", term: t("field.reason"), value: reason },
    { key: "period", term: t("inForceTitle"), value: <Period version={version} /> },
    { key: "proposed", term: t("proposedTitle"), value: by(version.proposedBy, version.proposedAt) },
    { key: "confirmed", term: t("confirmedTitle"), value: by(version.confirmedBy, version.confirmedAt) },
    { key: "withdrawn", term: t("withdrawnTitle"), value: by(version.withdrawnBy, version.withdrawnAt) },
    { key: "why", term: t("waiting.withdrawReason"), value: withdrawnReason },
  ];
  return <DefinitionList items={items.filter(({ value }) => value !== null && value !== "")} />;
}
