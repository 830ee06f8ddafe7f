import { useTranslations } from "next-intl";
import { withParams } from "@/components/cases/address";
import { Button } from "@/components/ui/button";
import { Chips } from "@/components/ui/chips";
import { TextField } from "@/components/ui/text-field";
import type { HistorySearch, WholeHistory } from "@/lib/cases/view-history";
import { ActorField } from "./filter-fields";
import { PeriodFields } from "./period-fields";

type ReadsFiltersProps = { search: HistorySearch; page: Pick<WholeHistory, "actors" | "subjects"> };

/** By time, reader and file. */
export function ReadsFilters({ search, page: { actors, subjects } }: ReadsFiltersProps) {
  const t = useTranslations("audit.reads");
  const on = useTranslations("history.on");
  const filter = useTranslations("history.filter");
  return (
    <>
      <form
        action="/history/sheets"
        className="no-print mb-4 grid grid-cols-2 items-end gap-3 lg:grid-cols-[repeat(4,minmax(0,1fr))_auto]"
      >
        {search.file && <input type="hidden" name="file" value={search.file} />}
        <PeriodFields from={search.from} to={search.to} />
        <ActorField actors={actors} value={search.actor} />
        <TextField
          type="search"
          name="q"
          label={t("file")}
          defaultValue={search.q ?? ""}
          placeholder={t("filePrompt")}
        />
        <Button type="submit" kind="ghost" className="max-lg:col-span-2">
          {filter("apply")}
        </Button>
      </form>
      {search.file && (
        <Chips
          label={t("file")}
          items={[
            {
              on: true,
              label: subjects.file ? on("file", { name: subjects.file }) : on("closed"),
              href: withParams("/history/sheets", search, { file: undefined }),
            },
          ]}
        />
      )}
    </>
  );
}
