import { law, signing, standing } from "@/lib/law/law";
import { besides } from "@/lib/law/refusals";
import { claimKinds, outcomes, type ClaimKind, type Outcome } from "@/lib/law/words";

/** Words of the law that the screens of findings need in the browser; the rest stays on the server. */
export type FindingWords = {
  kind: Record<ClaimKind, string>;
  outcome: Record<Outcome, string>;
  /** The sentence of whatever can stand in the way of these acts. */
  condition: Record<string, string>;
};

const needed = new Set<string>([
  ...besides,
  ...standing,
  ...signing,
  ...law
    .filter((row) => ["submit", "concur", "disagree", "ask"].includes(row.act))
    .flatMap((row) => row.provided),
]);

/** `t` reads the namespace `law`. */
export function findingWords(t: (key: never) => string): FindingWords {
  const say = t as unknown as (key: string) => string;
  const from = <K extends string>(list: readonly K[], at: string): Record<K, string> =>
    Object.fromEntries(list.map((key) => [key, say(`${at}.${key}`)])) as Record<K, string>;
  return {
    kind: from(claimKinds, "claimKind"),
    outcome: from(outcomes, "outcome"),
    condition: from([...needed], "condition"),
  };
}
