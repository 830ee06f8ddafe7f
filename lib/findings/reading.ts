import { parseFoliation } from "@/lib/archive/foliation";
import { labelAt } from "@/lib/archive/positions";
import { printLabel } from "@/lib/archive/sheet-label";
import type { Locale } from "@/lib/i18n/locales";
import { isOpen } from "@/lib/law/words";
import { hashOf } from "@/lib/ledger/canonical";
import type { ClaimRow, FileRow, VersionRow } from "@/lib/store/findings";
import type { ReadingRow } from "@/lib/store/reading";
import { printCitation, printSheets } from "./view-cite";
import type { CitationRead, ClaimRead, ReadingView, SideRead } from "./view-reading";

/** The content of a claim as one short text. A translation is not part of what is signed and changes nothing. */
export function keyOf(claim: Pick<ClaimRow, "kind" | "text" | "citations">): string {
  const citations = claim.citations.map((c) => [c.fileId, c.from, c.to, c.quote, c.reliability ?? ""]);
  return hashOf({ kind: claim.kind, text: claim.text, citations }).slice(0, 20);
}

type Names = { reliability: (code: string) => string };

export function readingOf(
  row: ReadingRow,
  caseId: string,
  locale: Locale,
  day: (at: string) => string,
  names: Names,
): ReadingView {
  const now = claimsOf(row.newest, row.common);
  const old = row.before ? claimsOf(row.before, row.commonBefore) : null;
  const files = new Map(row.files.map((f) => [f.id, f]));
  const claims = now.map((claim): ClaimRead => {
    const before = old && twinOf(claim, now, old);
    const same = before !== null && before !== undefined && keyOf(before) === keyOf(claim);
    const changed = old !== null && !same && !old.some((o) => keyOf(o) === keyOf(claim));
    return {
      ...{ id: claim.id, kind: claim.kind, required: claim.required, text: claim.text },
      key: keyOf(claim),
      common: row.common?.claims.includes(claim) ?? false,
      citations: claim.citations.flatMap((c) => citationOf(c, files.get(c.fileId), locale, names)),
      before: changed && before ? { text: before.text, quotes: before.citations.map((c) => c.quote) } : null,
      isNew: changed && !before,
    };
  });
  const { proceeding: p } = row;
  const keys = new Set(claims.map((c) => c.key));
  return {
    ...{ caseId, versionId: row.newest.id, number: row.newest.number, name: row.name, author: row.author },
    submittedOn: day(row.newest.submittedAt!),
    outcome: row.newest.outcome,
    claims,
    strip: stripOf(row, claims),
    accepted: (row.marks.own ?? row.marks.before ?? []).filter((key) => keys.has(key)),
    proceeding: p && { id: p.id, version: p.version, dossierHash: p.dossierHash },
    mayDecide: p !== null && p.isReader && p.step === "second_reading",
    mayAsk: p !== null && isOpen(p.step) && !p.isAuthor,
  };
}

/** The common part first, as it is read and signed. */
const claimsOf = (version: VersionRow, common: VersionRow | null): ClaimRow[] => [
  ...(common?.claims ?? []),
  ...version.claims,
];

/** The claim that stood in this one's place: the same kind, the same turn among its kind. */
function twinOf(claim: ClaimRow, now: readonly ClaimRow[], old: readonly ClaimRow[]): ClaimRow | null {
  const alike = (all: readonly ClaimRow[]): ClaimRow[] => all.filter((c) => c.kind === claim.kind);
  return alike(old)[alike(now).indexOf(claim)] ?? null;
}

function citationOf(
  c: ClaimRow["citations"][number],
  file: FileRow | undefined,
  locale: Locale,
  names: Names,
): CitationRead[] {
  if (!file) return [];
  const { id, fileId, from, to, quote, translation } = c;
  return [
    {
      ...{ id, fileId, from, to, quote, translation },
      sheets: printSheets(file.foliation, c, locale) ?? "?",
      reference: printCitation(file, null, locale),
      reliability: c.reliability && names.reliability(c.reliability),
      interrogation: c.reliability === "interrogation",
    },
  ];
}

/** Every cited side, and beside them whatever has an image nearby; in the order of the files and their sheets. */
function stripOf(row: ReadingRow, claims: readonly ClaimRead[]): SideRead[] {
  const images = new Map(row.images.map((i) => [`${i.fileId}:${i.position}`, i.closed]));
  const cited = new Set(
    claims.flatMap((c) => c.citations).flatMap((c) => sidesOf(c).map((p) => `${c.fileId}:${p}`)),
  );
  return row.files.flatMap((file) => {
    const foliation = file.foliation === null ? null : parseFoliation(file.foliation);
    if (!foliation?.ok) return [];
    const all = [...new Set([...images.keys(), ...cited])].filter((key) => key.startsWith(`${file.id}:`));
    const positions = all.map((key) => Number(key.slice(file.id.length + 1))).sort((a, b) => a - b);
    return positions.flatMap((position): SideRead[] => {
      const label = labelAt(foliation.value, position);
      const closed = images.get(`${file.id}:${position}`);
      if (!label) return [];
      return [
        {
          ...{ fileId: file.id, position, label: printLabel(label), slug: printLabel(label) },
          cited: cited.has(`${file.id}:${position}`),
          image: closed === undefined ? "none" : closed ? "closed" : "there",
        },
      ];
    });
  });
}

/** A range of many sheets is shown by its first ones: nobody leafs through a whole file claim by claim. */
export const sidesOf = ({ from, to }: { from: number; to: number }): number[] =>
  Array.from({ length: Math.min(to - from + 1, 40) }, (_, i) => from + i);
