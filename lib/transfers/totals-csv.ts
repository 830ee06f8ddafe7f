import { dayOf } from "@/lib/clock";
import { forSpreadsheets, printCsv } from "@/lib/csv";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { Actor } from "@/lib/law/actor";
import { readTotals } from "./read";
import { measures, type TransferTotal } from "./view";

const parts = ["planned", "toCome", "due", "received", "accepted"] as const;

/** Totals as a table, in files, sheets and documents; null for whoever sees none. */
export async function totalsTable(
  actor: Actor,
  to: string | null,
  locale: Locale,
): Promise<{ name: string; csv: string } | null> {
  const found = await readTotals(actor, to);
  if (!found) return null;
  const say = await translator(locale, "transfers.totals");
  return { name: `aqtalu-transfers-${dayOf(found.at)}.csv`, csv: printTotals(found.totals, locale, say) };
}

/** A row a fonds; what nobody counted is an empty cell. */
export function printTotals(
  totals: readonly TransferTotal[],
  locale: Locale,
  say: (key: string) => string,
): string {
  const heads = parts.flatMap((part) => measures.map((measure) => `${say(part)}, ${say(`unit.${measure}`)}`));
  const rows = totals.map((total) => [
    ...[total.from.code, total.from.names[locale], total.fonds, total.transfers],
    ...parts.flatMap((part) => measures.map((measure) => total[part][measure] ?? "")),
  ]);
  const named = [say("code"), say("archive"), say("fonds"), say("transfers"), ...heads];
  return printCsv([named, ...rows], forSpreadsheets);
}
