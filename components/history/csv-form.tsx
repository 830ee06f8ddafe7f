import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import type { CsvTable } from "@/lib/history/view";

type CsvFormProps = { table: CsvTable; params: { readonly [name: string]: string | number | undefined } };

/** Takes away as a table what is found here. It is posted: taking it is an act, and stands in the history. */
export function CsvForm({ table, params }: CsvFormProps) {
  const t = useTranslations("audit.csv");
  const given = Object.entries(params).filter(([, value]) => value !== undefined);
  return (
    <form
      method="post"
      action="/api/history/csv"
      className="no-print mt-6 flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-rule pt-4"
    >
      <input type="hidden" name="table" value={table} />
      {given.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" className={buttonClass("ghost")}>
        {t("get")}
      </button>
      <span className="max-w-[60ch] text-small text-soft">{t("note")}</span>
    </form>
  );
}
