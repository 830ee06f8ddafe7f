import type { Actor } from "@/lib/law/actor";
import { judgeByOffice } from "@/lib/law/decide-work";
import { snapshot } from "@/lib/proceedings/entries";
import { recuseConflicted } from "@/lib/proceedings/recuse";
import { done, refused, type Result } from "@/lib/result";
import { appPool } from "@/lib/store/client";
import { insertConflictAnswers, type ConflictAnswer } from "@/lib/store/conflict-answers";
import { append } from "@/lib/store/events";
import { loadReach } from "@/lib/store/reach";
import { inTransaction } from "@/lib/store/transaction";
import { deskAt, tell } from "./perform-act";
import type { ConflictInput } from "./schema";
import type { Told } from "./view-told";

export type Answered = { none: number; conflict: number };

/**
 * Answers for a whole list in one act (article P15): stored for each case or file, with an entry for each. What
 * the person may not see, and what they hold no office for, is not answered.
 */
export async function answerConflicts(
  actor: Actor,
  input: ConflictInput,
  now: Date,
): Promise<Result<Answered, Told>> {
  const ruling = judgeByOffice("answer_conflicts", actor.offices);
  if (!ruling.granted) return refused(await tell(ruling.refusal, input.locale));
  const reach = await loadReach(appPool(), actor);
  const wanted = input.subject.map((subject, n): ConflictAnswer => {
    const answer = input.answer[n] ?? input.kind ?? "none";
    const id = subject.slice(2);
    return {
      caseId: subject.startsWith("c:") ? id : null,
      fileId: subject.startsWith("f:") ? id : null,
      kind: answer === "none" ? null : answer,
    };
  });
  const desk = deskAt(now);
  const written = await inTransaction(desk.prisma, async (tx) => {
    const answers = await insertConflictAnswers(tx, reach, wanted, now);
    await append(
      tx,
      answers.map((a) => ({
        payload: {
          kind: "work" as const,
          work: "answer_conflicts" as const,
          article: ruling.row.article,
          about: { file: a.fileId, case: a.caseId, person: a.personId },
          facts: { answer: a.kind === null ? "none" : "conflict", kind: a.kind },
        },
        actor: snapshot(actor, ruling.office),
        at: now,
        about: { caseId: a.caseId, fileId: a.fileId, personId: a.personId },
      })),
    );
    const conflicted = answers.filter((a) => a.kind !== null);
    const about = {
      cases: conflicted.flatMap((a) => a.caseId ?? []),
      files: conflicted.flatMap((a) => a.fileId ?? []),
    };
    const frame = { actor: snapshot(actor, ruling.office), at: now, sample: false };
    await append(tx, await recuseConflicted(tx, about, frame));
    return answers;
  });
  const conflict = written.filter((a) => a.kind !== null).length;
  return done({ none: written.length - conflict, conflict });
}
