import { useFormatter, useTranslations } from "next-intl";
import { withParams } from "@/components/cases/address";
import { Button } from "@/components/ui/button";
import { Chips, type Chip } from "@/components/ui/chips";
import { TextField } from "@/components/ui/text-field";
import type { HistorySearch, WholeHistory } from "@/lib/cases/view-history";
import { acts, works } from "@/lib/law/acts";
import { ActField, ActorField, ArticleField, useActName } from "./filter-fields";
import { PeriodFields } from "./period-fields";

type HistoryFiltersProps = { search: HistorySearch; page: Pick<WholeHistory, "actors" | "subjects"> };

/** What a link brings along that has no field of its own. */
const kept = ["case", "file", "person", "proceeding", "author", "signed", "refused", "order"] as const;

/** By time, act, person, article, and what it is about; all of it in the address. */
export function HistoryFilters({ search, page }: HistoryFiltersProps) {
  const t = useTranslations("history");
  return (
    <>
      <form action="/history" className="no-print mb-4 grid grid-cols-2 items-end gap-3 lg:grid-cols-5">
        {kept.map((name) =>
          search[name] ? <input key={name} type="hidden" name={name} value={search[name]} /> : null,
        )}
        <PeriodFields from={search.from} to={search.to} />
        <ActField value={search.act} />
        <ActorField actors={page.actors} value={search.actor} />
        <div className="col-span-2 lg:col-span-1">
          <TextField
            type="search"
            name="q"
            label={t("filter.about")}
            defaultValue={search.q ?? ""}
            placeholder={t("filter.aboutPrompt")}
          />
        </div>
        <div className="col-span-2 *:max-w-none lg:col-span-3">
          <ArticleField value={search.article} />
        </div>
        <Button type="submit" kind="ghost" className="max-lg:col-span-2 lg:justify-self-start">
          {t("filter.apply")}
        </Button>
      </form>
      <FilterChips search={search} page={page} />
    </>
  );
}

/** What is on can be taken off one by one; two switches more. */
function FilterChips({ search, page }: HistoryFiltersProps) {
  const t = useTranslations("history");
  const to = (changed: Partial<Record<keyof HistorySearch, string | undefined>>): string =>
    withParams("/history", search, { ...changed, after: undefined });
  const on = useOn(search, page);
  const toggle = (name: "refused" | "order" | "signed", value: string, label: string): Chip => ({
    label,
    on: search[name] === value,
    href: to({ [name]: search[name] === value ? undefined : value }),
  });
  return (
    <Chips
      label={t("order.label")}
      items={[
        ...on.map(([names, label]): Chip => {
          return { label, on: true, href: to(Object.fromEntries(names.map((name) => [name, undefined]))) };
        }),
        toggle("signed", "any", t("filter.signed")),
        toggle("signed", "unopened", t("filter.unopened")),
        toggle("refused", "1", t("filter.refused")),
        toggle("order", "old", t("order.old")),
      ]}
    />
  );
}

type On = readonly [names: readonly (keyof HistorySearch)[], label: string];

function useOn(search: HistorySearch, { actors, subjects }: HistoryFiltersProps["page"]): On[] {
  const t = useTranslations("history.on");
  const format = useFormatter();
  const nameOf = useActName();
  const named = (id: string | undefined): string =>
    actors.find((one) => one.id === id)?.name ?? t("somebody");
  const day = (text: string): string => format.dateTime(new Date(`${text}T06:00:00Z`), "date");
  const subject = (name: "case" | "file" | "person"): On[] =>
    search[name] ? [[[name], subjects[name] ? t(name, { name: subjects[name] }) : t("closed")]] : [];
  const isAct = search.act && ([...acts, ...works] as readonly string[]).includes(search.act);
  const all: (On | false | undefined | "")[] = [
    search.from && [["from"], t("from", { day: day(search.from) })],
    search.to && [["to"], t("to", { day: day(search.to) })],
    isAct && [["act"], t("act", { act: nameOf(search.act ?? "") })],
    search.actor && [["actor"], t("actor", { name: named(search.actor) })],
    search.author && [["author"], t("author", { name: named(search.author) })],
    search.article && [["article"], t("article", { article: search.article })],
    ...subject("case"),
    ...subject("file"),
    ...subject("person"),
    search.proceeding && [["proceeding"], t("proceeding")],
  ];
  return all.filter((one): one is On => Array.isArray(one));
}
