import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import type { ReportName, ReportSearch } from "@/lib/history/view";
import { PeriodFields } from "./period-fields";

const limits: Record<ReportName, "seconds" | "least" | "days" | null> = {
  unopened: null,
  pace: "seconds",
  pairs: "least",
  appointed: "days",
};

/** The period, and where a report has one its limit. */
export function ReportFilters({ search }: { search: ReportSearch }) {
  const t = useTranslations("audit.report");
  const filter = useTranslations("history.filter");
  const limit = limits[search.report];
  return (
    <form action="/history/reports" className="no-print mb-5 flex flex-wrap items-end gap-3">
      <input type="hidden" name="report" value={search.report} />
      <PeriodFields from={search.from} to={search.to} />
      {limit && (
        <TextField
          type="number"
          min={1}
          name={limit}
          label={t(`limit.${limit}`)}
          defaultValue={search[limit]}
          inputClassName="max-w-28"
        />
      )}
      <Button type="submit" kind="ghost">
        {filter("apply")}
      </Button>
    </form>
  );
}
