import { useFormatter, useTranslations } from "next-intl";
import { DefinitionList } from "@/components/ui/definition-list";
import type { SampleSearch } from "@/lib/history/view";
import type { DrawnSample } from "@/lib/history/view-sample";
import { useActName } from "./filter-fields";

type PaperHeadProps = { drawn: DrawnSample; search: SampleSearch; auditor: string; now: Date };

/** All that the sample follows from, so that anybody with a bundle draws it again. */
export function PaperHead({ drawn, search, auditor, now }: PaperHeadProps) {
  const t = useTranslations("audit.papers");
  const sample = useTranslations("audit.sample");
  const format = useFormatter();
  const { terms, seed, head, population, chosen } = drawn;
  const items = [
    { term: sample("of"), value: sample(`kind.${terms.of}`) },
    { term: t("filter"), value: useFilterText(drawn, search) },
    { term: t("population"), value: format.number(population) },
    { term: sample("n"), value: format.number(search.n) },
    { term: sample("seed"), value: <code className="break-all">{seed}</code> },
    { term: t("seedFrom"), value: t(chosen ? "seedChosen" : "seedRoot") },
    { term: sample("size"), value: format.number(terms.size) },
    { term: t("root"), value: head ? <code className="break-all">{head.root}</code> : t("noRoot") },
    { term: t("auditor"), value: auditor },
    { term: t("made"), value: format.dateTime(now, "moment") },
  ];
  return (
    <section className="mb-6">
      <DefinitionList items={items} />
      <p className="mt-4 max-w-[72ch] text-small text-soft">{t("again")}</p>
    </section>
  );
}

/** The filter as it was set; the person by the id that the history knows. */
function useFilterText({ rows }: DrawnSample, { from, to, act, article, actor }: SampleSearch): string {
  const t = useTranslations("history.on");
  const papers = useTranslations("audit.papers");
  const format = useFormatter();
  const nameOf = useActName();
  const day = (text: string): string => format.dateTime(new Date(`${text}T06:00:00Z`), "date");
  const name = rows.find(({ entry }) => entry.actor.id === actor)?.entry.actor.name ?? actor;
  const parts = [
    from && t("from", { day: day(from) }),
    to && t("to", { day: day(to) }),
    act && t("act", { act: nameOf(act) }),
    article && t("article", { article }),
    name && t("actor", { name }),
  ];
  return parts.filter(Boolean).join("; ") || papers("noFilter");
}
