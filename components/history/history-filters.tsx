import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Chips, type Chip } from "@/components/ui/chips";
import { SelectField } from "@/components/ui/choice-field";
import { withParams } from "@/components/cases/address";
import type { HistorySearch } from "@/lib/cases/view-history";
import { acts, works } from "@/lib/law/acts";
import { law as table, worksLaw } from "@/lib/law/law";

type HistoryFiltersProps = { search: HistorySearch; actors: readonly { id: string; name: string }[] };

/** By act, person and article; what is refused alone; either way round. */
export function HistoryFilters({ search, actors }: HistoryFiltersProps) {
  const t = useTranslations("history");
  const law = useTranslations("law");
  const nameOf = (act: string): string =>
    (acts as readonly string[]).includes(act) ? law(`act.${act}`) : law(`workAct.${act}`);
  const articles = [...table, ...worksLaw].map((row) => row.article);
  const actor = actors.find((one) => one.id === search.actor);
  const on = (name: keyof HistorySearch, label: string): Chip => ({
    label,
    on: true,
    href: withParams("/history", search, { [name]: undefined, after: undefined }),
  });
  const toggle = (name: "refused" | "order", value: string, label: string): Chip => ({
    label,
    on: search[name] === value,
    href: withParams("/history", search, {
      [name]: search[name] === value ? undefined : value,
      after: undefined,
    }),
  });
  const isAct = search.act && ([...acts, ...works] as readonly string[]).includes(search.act);
  return (
    <>
      <form action="/history" className="mb-4 grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-4">
        {search.order && <input type="hidden" name="order" value={search.order} />}
        <SelectField
          name="act"
          label={t("filter.act")}
          empty={t("filter.any")}
          defaultValue={search.act ?? ""}
          choices={[...acts, ...works].map((value) => ({ value, label: nameOf(value) }))}
        />
        <SelectField
          name="actor"
          label={t("filter.actor")}
          empty={t("filter.any")}
          defaultValue={search.actor ?? ""}
          choices={actors.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <SelectField
          name="article"
          label={t("filter.article")}
          empty={t("filter.any")}
          defaultValue={search.article ?? ""}
          choices={articles.map((value) => ({ value, label: `${value} · ${law(`article.${value}`)}` }))}
        />
        <Button type="submit" kind="ghost">
          {t("filter.apply")}
        </Button>
      </form>
      <Chips
        label={t("order.label")}
        items={[
          ...(isAct ? [on("act", t("on.act", { act: nameOf(search.act ?? "") }))] : []),
          ...(actor ? [on("actor", t("on.actor", { name: actor.name }))] : []),
          ...(search.article ? [on("article", t("on.article", { article: search.article }))] : []),
          toggle("refused", "1", t("filter.refused")),
          toggle("order", "old", t("order.old")),
        ]}
      />
    </>
  );
}
