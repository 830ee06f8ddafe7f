import { useFormatter, useLocale, useTranslations } from "next-intl";
import { DefinitionList, type Definition } from "@/components/ui/definition-list";
import { EmptyState } from "@/components/ui/empty-state";
import { Tag } from "@/components/ui/tag";
import { reference, sheets, type CitationShown, type ClaimShown, type FindingShown } from "@/lib/cases/view";

/** The finding claim by claim, each with its citations, and what it comes to. */
export function FindingView({ finding }: { finding: FindingShown | null }) {
  const t = useTranslations("cases.finding");
  const format = useFormatter();
  if (!finding) return <EmptyState title={t("none")}>{t("noneText")}</EmptyState>;
  const { number, author, submittedAt } = finding;
  return (
    <>
      <p className="mb-4 text-small text-soft">
        {t("by", {
          number,
          name: author.name,
          when: submittedAt ? format.dateTime(new Date(submittedAt), "date") : "",
        })}
      </p>
      {finding.summary && <p className="statement mb-4">{finding.summary}</p>}
      {finding.claims.map((claim) => (
        <Claim key={claim.id} claim={claim} />
      ))}
      <div className="mt-6.5">
        <Conclusions finding={finding} />
      </div>
    </>
  );
}

/** A claim that nothing but statements under interrogation supports is marked as such. */
function Claim({ claim }: { claim: ClaimShown }) {
  const t = useTranslations("cases.finding");
  const law = useTranslations("law");
  const forced =
    claim.citations.length > 0 && claim.citations.every((c) => c.reliability === "interrogation");
  return (
    <div className="mb-4">
      <p className="label mb-0.5">
        {law(`claimKind.${claim.kind}`)}
        {claim.common && <> · {t("common")}</>}
      </p>
      <p className="statement">
        {claim.text}{" "}
        {claim.citations.map((citation, index) => (
          <Cited key={index} citation={citation} />
        ))}
        {forced && <Tag tone="warn">{t("interrogationOnly")}</Tag>}
      </p>
    </div>
  );
}

function Cited({ citation }: { citation: CitationShown }) {
  const locale = useLocale();
  const place = sheets(citation.foliation, [citation], locale);
  return (
    <>
      <span
        className="cite"
        title={`${reference(citation.reference, locale)} ${place ?? ""}\n${citation.quote}`}
      >
        {place ?? reference(citation.reference, locale)}
      </span>{" "}
    </>
  );
}

/** What the finding comes to, item by item; what it leaves open is not shown. */
function Conclusions({ finding }: { finding: FindingShown }) {
  const t = useTranslations("cases.finding");
  const { outcome, ground, earlierAct, earlierSearch, exclusionCheck, exclusionFound } = finding;
  const charges = finding.charges.map((charge) => (
    <span key={charge.id} className="block">
      {[charge.article, charge.text].filter(Boolean).join(", ")}
      {charge.outcome && (
        <>
          {": "}
          {charge.outcome === "refuse" ? t("refuse", { reason: charge.reason ?? "" }) : t("rehabilitate")}
        </>
      )}
    </span>
  ));
  const exclusion =
    exclusionCheck && t(exclusionFound ? "exclusionFound" : "exclusionNone", { text: exclusionCheck });
  const items: Definition[] = [
    { key: "outcome", term: t("outcome"), value: outcome && <b>{t(`proposed.${outcome}`)}</b> },
    { key: "charges", term: t("charges"), value: charges.length > 0 && charges },
    { key: "ground", term: t("ground"), value: ground },
    { key: "exclusion", term: t("exclusion"), value: exclusion },
    { key: "earlier", term: t("earlier"), value: earlierAct },
    { key: "search", term: t("search"), value: earlierSearch },
  ];
  return <DefinitionList items={items.filter((item) => Boolean(item.value))} />;
}
