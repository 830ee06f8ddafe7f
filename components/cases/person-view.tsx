import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { DefinitionList } from "@/components/ui/definition-list";
import { named, type CaseHead } from "@/lib/cases/view";

/** Identity and charge as they are registered, in the source's own words. */
export function PersonView({ head }: { head: CaseHead }) {
  const t = useTranslations("cases.person");
  const locale = useLocale();
  const unknown = <span className="faint">{t("unknown")}</span>;
  const measures = head.measures.map((m) =>
    [named(m.kind, locale) ?? m.code, m.text, m.dateText].filter(Boolean).join(", "),
  );
  const items = {
    name: head.name,
    variants: head.variants.map((v) => v.text).join(", ") || null,
    birth: head.birthText ?? unknown,
    birthPlace: head.birthPlace,
    death: head.deathText ?? unknown,
    nationality: head.nationality,
    date: head.dateText ?? unknown,
    organ: head.organText ?? named(head.organ, locale) ?? unknown,
    charges: lines(head.charges.map((c) => [c.article, c.text].filter(Boolean).join(", "))) ?? unknown,
    measures: lines(measures) ?? unknown,
    category: named(head.category, locale),
    region: named(head.region, locale),
    group: named(head.group, locale),
    regional: named(head.regional, locale),
  };
  const shown = Object.entries(items).filter(([, value]) => value !== null);
  return (
    <>
      <DefinitionList items={shown.map(([key, value]) => ({ key, term: t(key), value }))} />
      <p className="mt-5">
        <Link href={`/people/${head.personId}`}>{t("page")}</Link>
      </p>
    </>
  );
}

const lines = (texts: readonly string[]) =>
  texts.length > 0
    ? texts.map((text, index) => (
        <span key={index} className="block">
          {text}
        </span>
      ))
    : null;
