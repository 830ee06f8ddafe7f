import { useFormatter, useLocale, useTranslations } from "next-intl";
import { Chips, type Chip } from "@/components/ui/chips";
import { SelectField } from "@/components/ui/choice-field";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { ages, type CaseListPage } from "@/lib/cases/view-page";
import { openSteps, outcomes, stages } from "@/lib/law/words";
import { withParams } from "./address";

const filters = [
  "stage",
  "step",
  "outcome",
  "region",
  "category",
  "organ",
  "year",
  "waiting",
  "age",
] as const;

/** A plain form that changes the address, and the filters that are on as chips to take off. */
export function CaseFilters({ page }: { page: CaseListPage }) {
  const t = useTranslations("cases");
  const say = useFilterWords(page);
  const format = useFormatter();
  const locale = useLocale();
  const { search } = page;
  const params = paramsOf(page);
  /** With how many cases it would find, the other filters being what they are. */
  const withCount = (name: (typeof filters)[number], value: string): string => {
    const label = say(name, value);
    if (name === "year" || name === "waiting" || name === "age") return label;
    return t("filter.found", { label, count: format.number(page.counts[name].get(value) ?? 0) });
  };
  const there = (name: "region" | "category" | "organ"): string[] =>
    [...new Set([...page.counts[name].keys(), ...(search[name] ? [search[name]] : [])])].sort((a, b) =>
      say(name, a).localeCompare(say(name, b), locale),
    );
  const choice = (name: Exclude<(typeof filters)[number], "year">, values: readonly string[]) => (
    <SelectField
      name={name}
      label={t(`filter.${name}`)}
      empty={t("filter.any")}
      defaultValue={search[name] ?? ""}
      choices={values.map((value) => ({ value, label: withCount(name, value) }))}
    />
  );
  const chips = useFilterChips(page);
  const narrowed = filters.some((name) => name !== "stage" && (search[name] ?? "") !== "");
  return (
    <>
      <form action="/cases" className="mb-4">
        {params.sort !== undefined && <input type="hidden" name="sort" value={params.sort} />}
        {params.down !== undefined && <input type="hidden" name="down" value={params.down} />}
        <div className="mb-3 flex flex-wrap items-end gap-2.5">
          <TextField
            name="q"
            label={t("search")}
            defaultValue={search.q}
            type="search"
            className="min-w-64 flex-1"
          />
          <Button type="submit">{t("find")}</Button>
        </div>
        <details open={narrowed}>
          <summary className="mb-2 inline-block text-small font-semibold text-accent">
            {t("filter.more")}
          </summary>
          <div className="mb-3 grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
            {choice("stage", stages)}
            {choice("step", openSteps)}
            {choice("outcome", outcomes)}
            {choice("waiting", ["file", "open", "conflict"])}
            {choice("region", there("region"))}
            {choice("category", there("category"))}
            {choice("organ", there("organ"))}
            {choice("age", ages.map(String))}
            <TextField name="year" label={t("filter.year")} defaultValue={search.year} inputMode="numeric" />
            <Button type="submit" kind="ghost" className="self-end">
              {t("filter.apply")}
            </Button>
          </div>
        </details>
      </form>
      {chips.length > 0 && <Chips label={t("filters")} items={chips} />}
    </>
  );
}

export function paramsOf({ search }: CaseListPage): Record<string, string | number | undefined> {
  const { after: _after, before: _before, sort, ...rest } = search;
  return { ...rest, sort: sort === "new" ? undefined : sort };
}

/**
 * Filters as chips: the stages are always there to choose from, with how many cases each has; of the rest, what is on.
 */
function useFilterChips(page: CaseListPage): Chip[] {
  const say = useFilterWords(page);
  const format = useFormatter();
  const { search } = page;
  const params = paramsOf(page);
  const toggle = (name: (typeof filters)[number] | "q", value: string): Chip => {
    const on = String(search[name] ?? "") === value;
    return {
      label: say(name, value),
      on,
      href: withParams("/cases", params, { [name]: on ? undefined : value }),
    };
  };
  const ofStages = stages.flatMap((stage): Chip[] => {
    const count = page.counts.stage.get(stage) ?? 0;
    return count > 0 || search.stage === stage
      ? [{ ...toggle("stage", stage), count: format.number(count) }]
      : [];
  });
  const on = (["q", ...filters] as const).filter((name) => (search[name] ?? "") !== "");
  return [
    ...ofStages,
    ...on.flatMap((name) => (name === "stage" ? [] : [toggle(name, String(search[name]))])),
  ];
}

/** What a filter set to this value is called. */
function useFilterWords(page: CaseListPage): (name: (typeof filters)[number] | "q", value: string) => string {
  const t = useTranslations("cases");
  const law = useTranslations("law");
  const locale = useLocale();
  return (name, value) => {
    switch (name) {
      case "q":
        return t("on.q", { text: value });
      case "year":
        return t("on.year", { year: value });
      case "stage":
        return t(`stage.${value}`);
      case "step":
        return law(`step.${value}`);
      case "outcome":
        return law(`outcome.${value}`);
      case "waiting":
        return t(`waiting.${value}`);
      case "age":
        return t("on.age", { days: Number(value) });
      case "region":
      case "category":
      case "organ":
        return page.words[name][value]?.[locale] ?? value;
    }
  };
}
