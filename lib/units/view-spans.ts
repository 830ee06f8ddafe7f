import type { Foliation } from "@/lib/archive/foliation";
import type { Extent } from "@/lib/archive/positions";
import { nameExtent } from "@/lib/archive/named-extents";
import type { Span } from "@/lib/archive/spans";

export type Secrecy = "none" | "lift" | "keep";
export type Access = "open" | "redacted" | "closed";

/** What the author proposes about secrecy; the owner's reply stands beside it and is not edited here. */
export type SecrecyHalf = {
  secrecy: Secrecy | null;
  grade: string | null;
  ownerId: string | null;
  basis: string | null;
  reviewDate: string | null;
};
export type AccessHalf = { access: Access | null; accessBasis: string | null; closedUntil: string | null };
export type OwnerHalf = {
  ownerAnswer: "lift" | "keep" | null;
  ownerBasis: string | null;
  ownerReviewDate: string | null;
};
export type SpanAnswer = SecrecyHalf & AccessHalf & OwnerHalf;
export type FileSpan = Span<SpanAnswer>;
export type Half = "secrecy" | "access";

export const noSecrecy: SecrecyHalf = {
  secrecy: null,
  grade: null,
  ownerId: null,
  basis: null,
  reviewDate: null,
};
export const noAccess: AccessHalf = { access: null, accessBasis: null, closedUntil: null };
export const noReply: OwnerHalf = { ownerAnswer: null, ownerBasis: null, ownerReviewDate: null };
export const unanswered: SpanAnswer = { ...noSecrecy, ...noAccess, ...noReply };

const alike = <A extends object>(keys: readonly (keyof A)[], a: A, b: A): boolean =>
  keys.every((key) => (a[key] ?? null) === (b[key] ?? null));

export const secrecyKeys = ["secrecy", "grade", "ownerId", "basis", "reviewDate"] as const;
export const accessKeys = ["access", "accessBasis", "closedUntil"] as const;
const allKeys = Object.keys(unanswered) as (keyof SpanAnswer)[];

export const sameAnswer = (a: SpanAnswer, b: SpanAnswer): boolean => alike(allKeys, a, b);
export const sameSecrecy = (a: SecrecyHalf, b: SecrecyHalf): boolean => alike(secrecyKeys, a, b);
export const sameAccess = (a: AccessHalf, b: AccessHalf): boolean => alike(accessKeys, a, b);

/** Whether half an answer says all that it must; no answer yet is one too. */
export function isComplete(half: Half, answer: Partial<SpanAnswer>): boolean {
  if (half === "access") return !answer.access || answer.access === "open" || Boolean(answer.accessBasis);
  const { secrecy, ownerId, grade, basis, reviewDate } = answer;
  if (!secrecy || secrecy === "none") return true;
  return Boolean(ownerId && (secrecy === "lift" || (grade && basis && reviewDate)));
}

/** Both answers are there: what the proposal asks of every range. */
export const isAnswered = ({ secrecy, access }: Pick<SpanAnswer, "secrecy" | "access">): boolean =>
  secrecy !== null && access !== null;

/** Steps at which signatures cover the ranges as they are: then access is answered for whole ranges only. */
export function rangesAreFixed(step: string | null): boolean {
  return step === "second_reading" || step === "owners" || step === "signing";
}

/** What one half of an answer became on a stretch of sheets: shown to whoever was late, kept in the history. */
export type SpanChange<A> = { sheets: string; before: A; after: A };

/** Where two partitions of one file answer differently, as few stretches as possible. */
export function changesBetween<A>(
  foliation: Foliation,
  before: readonly Span<A>[],
  after: readonly Span<A>[],
  same: (a: A, b: A) => boolean,
): SpanChange<A>[] {
  const changes: (Extent & { before: A; after: A })[] = [];
  for (const one of before) {
    for (const other of after) {
      const [from, to] = [Math.max(one.from, other.from), Math.min(one.to, other.to)];
      if (from > to || same(one.answer, other.answer)) continue;
      const last = changes.at(-1);
      if (last && last.to + 1 === from && same(last.before, one.answer) && same(last.after, other.answer)) {
        changes[changes.length - 1] = { ...last, to };
      } else changes.push({ from, to, before: one.answer, after: other.answer });
    }
  }
  return changes.map(({ from, to, ...rest }) => ({ sheets: nameExtent(foliation, { from, to }), ...rest }));
}
