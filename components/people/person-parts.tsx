import { Link } from "@/components/ui/link";
import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { DefinitionList } from "@/components/ui/definition-list";
import { EmptyState } from "@/components/ui/empty-state";
import { StageMark } from "@/components/ui/stage-mark";
import { Cell, NameCell, Row, Table } from "@/components/ui/table";
import { named, reference } from "@/lib/cases/view";
import type { PersonShown } from "@/lib/people/view";

/** Who it is: parts of the name, every spelling that sources have, birth and death as they are written. */
export function PersonFacts({ person, decided }: { person: PersonShown; decided: boolean }) {
  const t = useTranslations("register");
  const people = useTranslations("people");
  const locale = useLocale();
  const variants = person.variants.map((variant) => (
    <span key={`${variant.script}${variant.text}`} className="block">
      <span className="serif">{variant.text}</span>{" "}
      <span className="text-soft">
        {t.has(`scripts.${variant.script}`) ? t(`scripts.${variant.script}`) : variant.script}
      </span>
    </span>
  ));
  const fields = ["surname", "given", "patronymic", "birthText", "birthPlace", "deathText"] as const;
  const items = [
    ...fields.flatMap((key) => (person[key] ? [{ key, term: t(`field.${key}`), value: person[key] }] : [])),
    ...(person.sex ? [{ key: "sex", term: t("field.sex"), value: t(`sexes.${person.sex}`) }] : []),
    ...(person.nationality
      ? [
          {
            key: "nationality",
            term: t("field.nationality"),
            value: named(person.nationalityName, locale) ?? person.nationality,
          },
        ]
      : []),
    ...(variants.length > 0 ? [{ key: "variants", term: t("field.variants"), value: variants }] : []),
  ];
  return (
    <section aria-labelledby="identity">
      <h2 id="identity" className="label mb-3">
        {people("identity")}
      </h2>
      <div className="text-small [&_dl]:grid-cols-1 [&_dl>div]:block [&_dl>div]:border-b [&_dl>div]:border-rule [&_dl>div]:pb-2">
        <DefinitionList items={items} />
      </div>
      {decided && <p className="mt-3 text-small text-soft">{people("decided")}</p>}
    </section>
  );
}

/** Every episode of repression, each a case of its own with its stage and outcome. */
export function PersonCases({ person, registers }: { person: PersonShown; registers: boolean }) {
  const t = useTranslations("people");
  const law = useTranslations("law");
  const locale = useLocale();
  if (person.cases.length === 0) return <EmptyState title={t("noCases")}>{t("noCasesHow")}</EmptyState>;
  return (
    <Table
      caption={t("episodes")}
      captionHidden={false}
      columns={[
        { key: "episode", label: t("episode"), width: "58%" },
        { key: "stage", label: t("stage") },
      ]}
    >
      {person.cases.map((one) => {
        const organ = one.organText ?? named(one.organ, locale);
        const place = [named(one.region, locale), one.reference && reference(one.reference, locale)];
        return (
          <Row key={one.id} href={`/cases/${one.id}`}>
            <NameCell
              href={`/cases/${one.id}`}
              name={[one.dateText ?? one.episode, organ].filter(Boolean).join(", ")}
              under={[one.under && t("under", { name: one.under.name }), ...place]
                .filter(Boolean)
                .join(" · ")}
            />
            <Cell>
              <StageMark stage={one.stage}>{law(`stage.${one.stage}`)}</StageMark>
              {one.outcome && (
                <span className="block text-small text-soft">{law(`outcome.${one.outcome}`)}</span>
              )}
              {one.neverSecret && (
                <span className="block text-small text-soft">{law("standing.never_secret")}</span>
              )}
              {registers && one.stage !== "rehabilitated" && (
                <Link
                  className="block text-small"
                  href={`/people/${one.under?.id ?? person.id}/cases/${one.id}`}
                >
                  {t("editCase")}
                </Link>
              )}
            </Cell>
          </Row>
        );
      })}
    </Table>
  );
}

/** Files that name this person, and as what. */
export function PersonNamed({ person }: { person: PersonShown }) {
  const t = useTranslations("people");
  const law = useTranslations("law.mentionRole");
  const locale = useLocale();
  if (person.named.length === 0) return null;
  return (
    <div className="mt-8">
      <Table
        caption={t("named")}
        captionHidden={false}
        columns={[
          { key: "file", label: t("file"), width: "58%" },
          { key: "role", label: t("role") },
          { key: "as", label: t("writtenAs"), wideOnly: true },
        ]}
      >
        {person.named.map((one, index) => (
          <Row key={index} href={`/files/${one.fileId}`}>
            <NameCell
              href={`/files/${one.fileId}`}
              name={one.title}
              under={reference(one.reference, locale)}
            />
            <Cell>{law(one.role)}</Cell>
            <Cell wideOnly className="serif">
              {one.name}
            </Cell>
          </Row>
        ))}
      </Table>
    </div>
  );
}

/** Leads to what can be done where an edit cannot: a correction. */
export function CorrectionWay({ caseId }: { caseId: string }) {
  const t = useTranslations("people");
  return (
    <EmptyState
      title={t("decidedTitle")}
      action={<ButtonLink href={`/cases/${caseId}`}>{t("correction")}</ButtonLink>}
    >
      {t("decided")} <Link href={`/cases/${caseId}?tab=history`}>{t("history")}</Link>
    </EmptyState>
  );
}
