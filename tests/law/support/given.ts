import { describe, expect, it } from "vitest";
import type { Condition } from "@/lib/law/conditions";
import { decide, type Granted } from "@/lib/law/decide";
import type { Matter } from "@/lib/law/matter";
import type { Refusal } from "@/lib/law/refusals";
import { but, type Change } from "./matter";
import { matterFor } from "./valid";

export function grantedBy(m: Matter): Granted {
  const ruling = decide(m);
  if (!ruling.granted) throw new Error(`refused: ${JSON.stringify(ruling.refusal)}`);
  return ruling;
}

export function refusedBy(m: Matter): Refusal {
  const ruling = decide(m);
  if (ruling.granted) throw new Error(`granted by ${ruling.article}`);
  return ruling.refusal;
}

/** Given a valid matter of the article, when one fact differs, then this condition refuses it. */
export type Given = [article: string, condition: Condition, given: string, change: Change, twin?: Change];

/** Each case with its positive twin: the same matter with the fact as it should be (by default, untouched). */
export function refuses(title: string, cases: readonly Given[]): void {
  describe(title, () => {
    it.each(cases)("%s asks for %s: %s", (article, condition, _given, change, twin) => {
      const whole = matterFor(article);
      expect(refusedBy(but(whole, change))).toMatchObject({ article, condition });
      expect(grantedBy(but(whole, twin ?? {})).article).toBe(article);
    });
  });
}
