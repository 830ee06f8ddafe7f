import { z } from "zod";
import type { ClaimShown } from "@/lib/store/finding-page";

/** What is different between two dossiers, in the terms in which a signer thinks. */
export const changeKinds = [
  "identity",
  "charges",
  "measures",
  "outcome",
  "earlierAct",
  "finding",
  "images",
  "sheets",
  "grade",
  "owners",
  "spans",
  "replies",
  "certificate",
  "rules",
] as const;
export type Change = { kind: (typeof changeKinds)[number]; count: number };

const span = z.record(z.string(), z.unknown());
const list = z.array(z.unknown());
const dossier = z.object({
  rules: z.number(),
  person: z.unknown().optional(),
  case: z.object({ charges: list, measures: list }).loose().optional(),
  finding: z.object({ hash: z.string(), outcome: z.unknown(), earlierAct: z.unknown() }).loose().nullish(),
  images: list.optional(),
  file: z.object({ owners: list, grade: z.unknown() }).loose().optional(),
  spans: z.array(span).optional(),
  certificates: list.optional(),
});
type Dossier = z.infer<typeof dossier>;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** How many members of two lists are not in both. */
function differing(a: readonly unknown[] = [], b: readonly unknown[] = []): number {
  const texts = (all: readonly unknown[]): Set<string> => new Set(all.map((one) => JSON.stringify(one)));
  const [left, right] = [texts(a), texts(b)];
  const only = (these: Set<string>, those: Set<string>): number =>
    [...these].filter((t) => !those.has(t)).length;
  return Math.max(only(left, right), only(right, left));
}

const proposal = ({
  answer: _a,
  answerBasis: _b,
  answerReview: _r,
  ...rest
}: z.infer<typeof span>): unknown => rest;
const reply = ({ from, answer, answerBasis, answerReview }: z.infer<typeof span>): unknown => ({
  from,
  answer,
  answerBasis,
  answerReview,
});

/** Compares the dossier seen before with the one that stands there now. Both as parsed from their bytes. */
export function changesBetween(before: unknown, now: unknown): Change[] {
  const [a, b] = [dossier.parse(before), dossier.parse(now)];
  const changed = (kind: Change["kind"], count: number | boolean): Change[] =>
    Number(count) > 0 ? [{ kind, count: Number(count) }] : [];
  return [...ofCase(a, b, changed), ...ofFile(a, b, changed), ...changed("rules", a.rules !== b.rules)];
}

type Note = (kind: Change["kind"], count: number | boolean) => Change[];

function ofCase(a: Dossier, b: Dossier, changed: Note): Change[] {
  const around = (d: Dossier): unknown => d.case && { ...d.case, charges: null, measures: null };
  return [
    ...changed("identity", !same(a.person, b.person) || !same(around(a), around(b))),
    ...changed("charges", differing(a.case?.charges, b.case?.charges)),
    ...changed("measures", differing(a.case?.measures, b.case?.measures)),
    ...changed("outcome", !same(a.finding?.outcome, b.finding?.outcome)),
    ...changed("earlierAct", !same(a.finding?.earlierAct, b.finding?.earlierAct)),
    ...changed("finding", !same(a.finding?.hash, b.finding?.hash)),
    ...changed("images", differing(a.images, b.images)),
  ];
}

function ofFile(a: Dossier, b: Dossier, changed: Note): Change[] {
  const around = (d: Dossier): unknown => d.file && { ...d.file, owners: null, grade: null };
  return [
    ...changed("sheets", !same(around(a), around(b))),
    ...changed("grade", !same(a.file?.grade, b.file?.grade)),
    ...changed("owners", differing(a.file?.owners, b.file?.owners)),
    ...changed("spans", differing(a.spans?.map(proposal), b.spans?.map(proposal))),
    ...changed("replies", differing(a.spans?.map(reply), b.spans?.map(reply))),
    ...changed("certificate", differing(a.certificates, b.certificates)),
  ];
}

/** Claims of two versions of a finding whose text or citations are not in both. */
export function changedClaims(before: readonly ClaimShown[], now: readonly ClaimShown[]): number {
  const bare = (claims: readonly ClaimShown[]): unknown[] =>
    claims.map(({ kind, text, citations }) => ({
      kind,
      text,
      cited: citations.map(({ fileId, from, to, quote }) => ({ fileId, from, to, quote })),
    }));
  return differing(bare(before), bare(now));
}
