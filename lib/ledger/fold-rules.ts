import { createHash } from "node:crypto";
import { canonicalText } from "@/lib/ledger/canonical-text";
import type { Entry, Payload } from "@/lib/ledger/entry";
import { LONGEST_ACT } from "@/lib/ledger/moment";

export type FoldedRules = {
  /** SHA-256 of the canonical form of what it says. */
  body: string;
  confirmedBy: string | null;
  from: string;
  proposedBy: string | null;
  withdrawnBy: string | null;
};

type Known = Map<string, FoldedRules>;

/** Version 1 comes with the product: every history begins with it, without an entry. */
const founding = {
  body: "bbbf0f96b200b82b8eccf1de66c102ea48048b5ed406189f16f676f0e00a3ea7",
  confirmedBy: null,
  from: "2020-01-01T00:00:00.000Z",
  proposedBy: null,
  withdrawnBy: null,
};
export const foundingRules = (): Known => new Map([["1", { ...founding }]]);

export function foldRules(
  rules: Known,
  p: Extract<Payload, { kind: "rule_set" }>,
  { at, actor }: Pick<Entry, "at" | "actor">,
): string | null {
  const id = String(p.version);
  const held = rules.get(id);
  const by = typeof actor.id === "string" ? actor.id : "";
  const body = createHash("sha256").update(canonicalText(p.body)).digest("hex");
  const other = body === p.sha256 ? null : "the hash is not that of the rules beside it";
  if (p.work === "propose_rule_set") {
    const wrong = cannotPropose(rules, p.version);
    rules.set(id, { body: p.sha256, confirmedBy: null, from: p.from, proposedBy: by, withdrawnBy: null });
    return wrong ?? other;
  }
  if (!held) return `rules ${id} were never proposed`;
  const wrong = isWaiting(id, held) ? other : `rules ${id} do not wait`;
  const another = held.body === p.sha256 ? wrong : `rules ${id} were proposed otherwise`;
  if (p.work === "withdraw_rule_set") {
    held.withdrawnBy = by;
    return another;
  }
  if (p.work !== "confirm_rule_set") return "is a work on rules that is not known here";
  const early = [at, held.from, ...[...rules].filter(isConfirmed).map(([, one]) => one.from)];
  const own = held.proposedBy === by;
  Object.assign(held, { confirmedBy: by, from: p.from });
  if (own) return `rules ${id} are confirmed by who proposed them`;
  return another ?? (early.some((one) => p.from < one) ? `rules ${id} come into force too early` : null);
}

function cannotPropose(rules: Known, version: number): string | null {
  if (version !== Math.max(...[...rules.keys()].map(Number)) + 1) return `rules ${version} are not the next`;
  return [...rules].some(([id, one]) => isWaiting(id, one)) ? "other rules wait already" : null;
}

/** Whether something could be judged by these rules at that time; null, or what is wrong with it. */
export function judgedWrong(rules: Known, version: number, at: string): string | null {
  const named = rules.get(String(version));
  if (!named || !isConfirmed([String(version), named]))
    return `is judged by rules ${version}, which are none`;
  if (named.from > at) return `is judged by rules ${version}, which come into force at ${named.from}`;
  // Whoever began before the next version was confirmed may end after it.
  for (const [id, one] of rules) {
    if (Number(id) <= version || !isConfirmed([id, one])) continue;
    if (Date.parse(at) - Date.parse(one.from) > LONGEST_ACT * 1000)
      return `is judged by rules ${version}, and ${id} had come into force at ${one.from}`;
  }
  return null;
}

const isConfirmed = ([id, one]: [string, FoldedRules]): boolean => id === "1" || one.confirmedBy !== null;
const isWaiting = (id: string, one: FoldedRules): boolean =>
  !isConfirmed([id, one]) && one.withdrawnBy === null;
