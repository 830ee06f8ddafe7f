import type { Actor } from "@/lib/law/actor";
import { performWork } from "@/lib/proceedings/perform-work";
import { done, refused, type Result } from "@/lib/result";
import { insertDuplicateAnswer } from "@/lib/store/duplicates";
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
  const result = await performWork(deskAt(now), actor, {
    work: "answer_duplicate",
    about: { caseId },
    touch: async (tx, at) => {
      await insertDuplicateAnswer(tx, { caseId, otherId, answer, note, by: actor.accountId, at });
      return { value: null, facts: { other: otherId, answer, note } };
    },
  });
  if (result.ok) return done(null);
  return refused(await tell("refusal" in result ? result.refusal : null, locale));
}
