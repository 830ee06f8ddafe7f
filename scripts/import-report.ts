import { loadMessages } from "@/lib/i18n/messages";
import type { Problem, Summary } from "@/lib/intake/view";

type Say = (line: string) => void;

/** A line for each tenth, with the time that is left at the rate so far. */
export function progress(what: string, say: Say): (done: number, of: number) => void {
  const began = performance.now();
  let told = 0;
  return (done, of) => {
    const tenth = Math.floor((done / of) * 10);
    if (tenth <= told) return;
    told = tenth;
    const seconds = (performance.now() - began) / 1000;
    say(
      `${what} ${tenth * 10}% in ${seconds.toFixed(0)} s, ${((seconds / done) * (of - done)).toFixed(0)} s left`,
    );
  };
}

/** What would change, as lines. */
export async function show(summary: Summary, say: Say): Promise<void> {
  for (const [noun, { added, changed, unchanged, missing }] of Object.entries(summary.counts)) {
    say(
      `${noun.padEnd(8)} ${added} new, ${changed} changed, ${unchanged} unchanged, ${missing} not in the file`,
    );
  }
  for (const { name, changes } of summary.changed) {
    for (const { field, before, after } of changes)
      say(`  changed  ${name}: ${field}: "${before}" → "${after}"`);
  }
  const { count, shown } = summary.duplicates ?? { count: 0, shown: [] };
  for (const { name, row, other } of shown)
    say(`  perhaps the same  row ${row}, ${name}: ${other.name}, ${other.id ?? `row ${other.row}`}`);
  more("that are perhaps the same", count - shown.length, say);
  for (const { name } of summary.missing) say(`  missing  ${name}`);
  for (const problem of summary.problems) say(`  turned down  ${await sentenceOf(problem)}`);
  more("turned down", summary.problemCount - summary.problems.length, say);
  for (const remark of summary.remarks) say(`  remark  ${await sentenceOf(remark)}`);
  more("remarks", summary.remarkCount - summary.remarks.length, say);
}

function more(what: string, count: number, say: Say): void {
  if (count > 0) say(`  … and ${count} more ${what}`);
}

/** The words that the screens have, with the place before them. */
export async function sentenceOf({ code, place, detail, inside }: Problem): Promise<string> {
  const { intake } = await loadMessages("en");
  let sentence: unknown = intake;
  for (const key of `problem.${code}`.split("."))
    sentence = (sentence as Record<string, unknown> | undefined)?.[key];
  const words = (typeof sentence === "string" ? sentence : code).replaceAll("{detail}", detail);
  const where = [inside && `In ${inside}`, placeOf(place)].filter(Boolean).join(", ");
  return where ? `${where}: ${words}` : words;
}

function placeOf(place: Problem["place"]): string {
  if (place.kind === "file") return "";
  if (place.kind === "line") return `Line ${place.line}, column ${place.column}`;
  if (place.kind === "row") return `Row ${place.row}${place.heading ? `, "${place.heading}"` : ""}`;
  const { path, listed } = place;
  return listed ? `${path} (${listed.file}${listed.line === null ? "" : `, line ${listed.line}`})` : path;
}
