import type { Actor } from "@/lib/law/actor";
import { performWork } from "@/lib/proceedings/perform-work";
import { done, refused, type Result } from "@/lib/result";
import { insertDuplicateAnswer } from "@/lib/store/duplicates";
import { loadDuplicates } from "@/lib/store/matters";
import { reachOf, seenSubjects } from "@/lib/store/reach";
import type { Tx } from "@/lib/store/transaction";
import { deskAt, tell } from "./perform-act";
import type { DuplicateInput } from "./schema";
import type { Told } from "./view-told";

/** Says of two similar cases whether they are the same person and episode, and how one knows (article P16). */
export async function answerDuplicate(
  actor: Actor,
  input: DuplicateInput,
  now: Date,
): Promise<Result<null, Told>> {
  const { caseId, otherId, answer, note, locale } = input;
  const result = await performWork<null, "gone">(deskAt(now), actor, {
    work: "answer_duplicate",
    about: { caseId },
    touch: async (tx, at) => {
      if (!(await isAsked(tx, actor, caseId, otherId))) return { left: "gone" };
      await insertDuplicateAnswer(tx, { caseId, otherId, answer, note, by: actor.accountId, at });
      return { value: null, facts: { other: otherId, answer, note } };
    },
  });
  if (result.ok) return done(null);
  return refused(await tell("refusal" in result ? result.refusal : null, locale));
}

/** Only a case that is shown as similar and waits for its answer is compared. */
async function isAsked(tx: Tx, actor: Actor, caseId: string, otherId: string): Promise<boolean> {
  const similar = await loadDuplicates(tx, caseId);
  const other = { id: otherId, fileId: null, caseId: otherId };
  return (
    similar.includes(otherId) && (await seenSubjects(tx, await reachOf(tx, actor), [other])).has(otherId)
  );
}
