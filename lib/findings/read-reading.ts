import { statementText } from "@/lib/cases/statement";

import type { Locale } from "@/lib/i18n/locales";
import type { Actor } from "@/lib/law/actor";
import { appPool } from "@/lib/store/client";
import { listReliabilities } from "@/lib/store/findings";
import { loadReach } from "@/lib/store/reach";
import { loadReading } from "@/lib/store/reading";
import { loadSayings } from "@/lib/store/sayings";
import { formatter } from "@/lib/i18n/translator";
import { readingOf } from "./reading";
import { isId } from "./view";
import type { ReadingView } from "./view-reading";

export type ReadingPage = { view: ReadingView; statement: string | null };

/** The finding of a case to be read claim by claim, with the statement that a second reader would sign. */
export async function readReading(actor: Actor, caseId: string, locale: Locale): Promise<ReadingPage | null> {
  if (!isId(caseId)) return null;
  const db = appPool();
  const reach = await loadReach(db, actor);
  const row = await loadReading(db, reach, caseId, actor.accountId);
  if (!row) return null;
  const reliabilities = new Map((await listReliabilities(db)).map((r) => [r.code, r.name[locale]]));
  const view = readingOf(row, caseId, locale, (at) => formatter(locale).dateTime(new Date(at), "day"), {
    reliability: (code) => reliabilities.get(code) ?? code,
  });
  if (!view.mayDecide || !view.proceeding) return { view, statement: null };
  const item = (await loadSayings(db, reach, [view.proceeding.id])).get(view.proceeding.id);
  if (!item) return { view, statement: null };
  const statement = await statementText(actor, { act: "concur", items: [item], register: false }, locale);
  return { view, statement };
}
