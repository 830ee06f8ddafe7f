import type { CaseFacts, FileFacts, FindingFacts, RuleSet, SpanFacts } from "@/lib/law/matter";
import { file, finding, kase, lifted, rules } from "./matter";

export type WorldFile = Omit<FileFacts, "standing" | "refused" | "attestedBy">;
export type Link = { file: number; required: boolean };
/** A draft, and who has begun it: another author takes it over and does not write it alone. */
export type WorldDraft = { facts: FindingFacts; by: string };
export type WorldCase = Pick<CaseFacts, "groupId" | "regionalBodyId" | "duplicatesOpen"> & {
  links: Link[];
  draft: WorldDraft | null;
  finding: FindingFacts | null;
};

const ofA: SpanFacts = { ...lifted, ownerId: "A" };
const ofB: SpanFacts = { ...lifted, ownerId: "B" };
const nobodys: SpanFacts = { ...lifted, secrecy: "none", ownerId: null };
const untouched: SpanFacts = { ...lifted, secrecy: null, ownerId: null, access: null };

type Plan = Pick<FileFacts, "spans" | "owners" | "grade">;
/**
 * What may be said of a file: its grade and owners by an archivist, the spans by its author. Each file has two
 * spans, one for each half of its sheets, so that the same plan means the same sheets wherever it is played.
 */
export const plans: readonly Plan[] = [
  { grade: "secret", owners: ["A"], spans: [ofA, nobodys] },
  { grade: "secret", owners: ["A", "B"], spans: [ofA, ofB] },
  { grade: "secret", owners: ["A", "B"], spans: [nobodys, nobodys] },
  { grade: "secret", owners: ["B"], spans: [{ ...ofB, secrecy: null }, nobodys] },
  { grade: "secret", owners: ["A"], spans: [ofB, ofB] },
  // Kept without a basis: the author's desk does not take it.
  { grade: "secret", owners: ["A"], spans: [{ ...ofA, secrecy: "keep" }, nobodys] },
  { grade: null, owners: [], spans: [untouched, untouched] },
  { grade: "secret", owners: ["A"], spans: [{ ...ofA, secrecy: "keep", keptBased: true }, nobodys] },
];
export const wholePlans = [0, 1, 2, 7];

/** What a draft of a finding may say. The first four can be submitted. */
export const drafts: readonly FindingFacts[] = [
  finding,
  { ...finding, outcome: "part", refusedCharges: 1 },
  { ...finding, outcome: "already", earlierActNamed: true },
  { ...finding, outcome: "refused", rehabilitatedCharges: 0, refusedCharges: 2 },
  { ...finding, uncitedClaims: 1 },
  { ...finding, secretCitations: 1 },
  { ...finding, outcome: null },
];

/** Bodies of the rule set that may come into force while the work goes on, each time as a version of its own. */
export const ruleSets: readonly RuleSet[] = [
  { ...rules, version: 1 },
  { ...rules, version: 1, requireLegalAct: false },
  { ...rules, version: 1, members: 3 },
];

const withPlan = (plan: number): WorldFile => {
  const { bodyId, described, counted, certificate } = file;
  return { bodyId, described, counted, certificate, ...plans[plan]! };
};
const on = (...required: number[]): Link[] => required.map((n) => ({ file: n, required: true }));
const caseOn = (links: Link[], more: Partial<WorldCase> = {}): WorldCase => ({
  groupId: kase.groupId,
  regionalBodyId: null,
  duplicatesOpen: 0,
  draft: null,
  finding: null,
  links,
  ...more,
});

/** A file with thirty accused; a case with three files; two files sharing a case; files that never were secret. */
export function makeFiles(): WorldFile[] {
  return [1, 0, 6, 0, 1, 6, 6, 6].map(withPlan);
}

export function makeCases(): WorldCase[] {
  return [
    ...Array.from({ length: 30 }, () => caseOn(on(0))),
    caseOn([...on(1, 2), { file: 3, required: false }]),
    caseOn(on(3, 4)),
    caseOn(on(4), { duplicatesOpen: 1 }),
    caseOn(on(5)),
    caseOn(on(6), { regionalBodyId: "region" }),
    caseOn(on(7), { groupId: "group-2" }),
  ];
}

/** A few files and cases that belong together: a sequence plays mostly on one of these. */
export const scenes: readonly { files: readonly number[]; cases: readonly number[] }[] = [
  { files: [0], cases: [0, 7] },
  { files: [1, 2], cases: [30] },
  { files: [3, 4], cases: [31, 32] },
  { files: [5], cases: [33] },
  { files: [6], cases: [34] },
  { files: [7], cases: [35] },
  { files: [5, 6], cases: [33, 34] },
];
