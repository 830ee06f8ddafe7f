import { beginningOf, dayAfter } from "@/lib/clock";
import type { Actor } from "@/lib/law/actor";
import { listAppointed } from "@/lib/store/audit-appointments";
import { listPace, listPairs, listUnopened, type Asked } from "@/lib/store/audit-reports";
import { appPool, type Queryable } from "@/lib/store/client";
import { loadReach } from "@/lib/store/reach";
import { mayExport } from "./exporter";
import type { ReportSearch } from "./schema";
import { sortReport, type Report } from "./view-report";

/** So many rows, the most telling, are sorted for a screen, and so many shown. A file has them all. */
const [sorted, shown] = [2000, 200];

/** A report for the auditor's screen; null for everybody else. */
export async function readReport(actor: Actor, search: ReportSearch): Promise<Report | null> {
  if (!mayExport(actor)) return null;
  const report = await askReport(appPool(), actor, search, sorted);
  return sortReport(report, search.sort, search.down === "1", shown);
}

/** `most` null is all. */
export async function askReport(
  db: Queryable,
  actor: Actor,
  { report, from, to, seconds, least, days }: ReportSearch,
  most: number | null,
): Promise<Report> {
  const period = {
    from: from ? beginningOf(from) : undefined,
    until: to ? beginningOf(dayAfter(to)) : undefined,
  };
  const asked: Asked = { period, most };
  switch (report) {
    case "unopened":
      return { report, ...(await listUnopened(db, asked)) };
    case "pace":
      return { report, ...(await listPace(db, asked, seconds)) };
    case "pairs":
      return { report, ...(await listPairs(db, asked, least)) };
    case "appointed":
      return { report, ...(await listAppointed(db, asked, days, await loadReach(db, actor))) };
  }
}
