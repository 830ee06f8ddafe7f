import type { Act } from "@/lib/law/acts";
import type { Effect } from "./effect";
import { proposeCorrection, secondCorrection, signCorrection } from "./effects-corrections";
import { submitFinding } from "./effects-findings";
import { newId } from "./id";
import type { Tx } from "./transaction";

const day = (text: string): Date => new Date(`${text}T00:00:00Z`);

const addAuthor = (tx: Tx, proceeding: string, account: string): Promise<unknown> =>
  tx.$executeRawUnsafe(
    "insert into authors (proceeding_id, account_id) values ($1::uuid, $2::uuid) on conflict do nothing",
    proceeding,
    account,
  );

/** The owner's reply over all its spans: those named are kept, all others lifted. */
const reply: Effect = async (tx, i) => {
  const kept = JSON.stringify(i.keeps ?? []);
  await tx.$executeRawUnsafe(
    `update spans s set owner_answer = case when k."spanId" is null then 'lift' else 'keep' end,
       owner_basis = k.basis, owner_review_date = k."reviewDate", grade = coalesce(k.grade, s.grade)
     from spans t left join jsonb_to_recordset($3::jsonb) as k("spanId" uuid, grade text, basis text, "reviewDate" date)
       on k."spanId" = t.id
     where s.id = t.id and s.file_id = $1::uuid and s.owner_id = $2::uuid and s.secrecy <> 'none'`,
    i.fileId,
    i.agencyId,
    kept,
  );
};

const assign =
  (duty: "author" | "second_reader"): Effect =>
  async (tx, i) => {
    // One after the other: the place must be free before somebody else takes it.
    await tx.$executeRawUnsafe(
      "update assignments set ended_at = $3 where proceeding_id = $1::uuid and duty = $2 and ended_at is null",
      i.proceeding,
      duty,
      i.at,
    );
    await tx.$executeRawUnsafe(
      `insert into assignments (id, proceeding_id, account_id, duty, assigned_by, assigned_at)
       values ($1::uuid, $2::uuid, $3::uuid, $4, $5::uuid, $6)`,
      newId(),
      i.proceeding,
      i.assignee,
      duty,
      i.by,
      i.at,
    );
  };

const confirmAct: Effect = (tx, i) =>
  tx.legal_act_items.updateMany({
    where: { proceeding_id: i.proceeding, confirmed_at: null, dropped_at: null },
    data: { confirmed_by: i.by, confirmed_at: i.at },
  });

/** A conflict is an answer like any other, frees the assignment, and stays in the history. */
const declare: Effect = async (tx, i) => {
  await tx.conflict_answers.create({
    data: {
      id: newId(),
      account_id: i.by,
      case_id: i.caseId,
      file_id: i.caseId ? null : i.fileId,
      answer: "conflict",
      kind: i.conflict!,
      at: i.at,
    },
  });
  if (!i.caseId) {
    await tx.$executeRawUnsafe(
      `insert into conflict_answers (id, account_id, case_id, answer, kind, at)
       select gen_random_uuid(), $2::uuid, case_id, 'conflict', $3, $4 from case_files where file_id = $1::uuid`,
      i.fileId,
      i.by,
      i.conflict,
      i.at,
    );
  }
  await tx.assignments.updateMany({
    where: { proceeding_id: i.proceeding, account_id: i.by, ended_at: null },
    data: { ended_at: i.at },
  });
};

/** Whoever wrote a version in an earlier proceeding of the case is an author of it still, before anything is signed. */
const keepAuthors: Effect = (tx, i) =>
  tx.$executeRawUnsafe(
    `insert into authors (proceeding_id, account_id)
     select distinct $1::uuid, a.account_id from authors a join proceedings p on p.id = a.proceeding_id
     where p.case_id = $2::uuid and p.id <> $1::uuid on conflict do nothing`,
    i.proceeding,
    i.caseId,
  );

export const effects: Partial<Record<Act, Effect>> = {
  open: async (tx, i) => (i.caseId ? keepAuthors(tx, i) : undefined),
  submit: submitFinding,
  propose: (tx, i) => addAuthor(tx, i.proceeding, i.by),
  lift: reply,
  keep: reply,
  supply_certificate: async (tx, i) => {
    await tx.$executeRawUnsafe(
      `insert into materials (id, file_id, kind, title, from_pos, to_pos, certificate)
       select $2::uuid, f.id, 'archival_certificate', $3, 0, 0, true from files f where f.id = $1::uuid`,
      i.fileId,
      newId(),
      i.text,
    );
  },
  disagree: (tx, i) =>
    tx.objections.create({
      data: { id: newId(), proceeding_id: i.proceeding, by_id: i.by, text: i.reason!.text, at: i.at },
    }),
  answer_objection: (tx, i) =>
    tx.objections.updateMany({
      where: { proceeding_id: i.proceeding, answer: null },
      data: { answer: i.text!, answered_by: i.by, answered_at: i.at },
    }),
  ask: (tx, i) =>
    tx.questions.create({
      data: { id: newId(), proceeding_id: i.proceeding, by_id: i.by, text: i.text!, at: i.at },
    }),
  answer_question: (tx, i) =>
    tx.questions.updateMany({
      where: { proceeding_id: i.proceeding, answer: null },
      data: { answer: i.text!, answered_by: i.by, answered_at: i.at },
    }),
  return: (tx, i) =>
    tx.returns.create({
      data: {
        id: newId(),
        proceeding_id: i.proceeding,
        by_id: i.by,
        from_step: i.fromStep,
        to_step: i.toStep!,
        code: i.reason!.code,
        text: i.reason!.text,
        missing: i.missing ?? null,
        at: i.at,
      },
    }),
  defer: (tx, i) =>
    tx.proceedings.update({
      where: { id: i.proceeding },
      data: { deferred_until: day(i.until!), defer_reason: i.reason!.text },
    }),
  resume: (tx, i) =>
    tx.proceedings.update({
      where: { id: i.proceeding },
      data: { deferred_until: null, defer_reason: null },
    }),
  declare_conflict: declare,
  enter_act: async (tx, i) => {
    const { date, earlier, scanSha256, ...act } = i.legalAct!;
    const id = newId();
    await tx.legal_acts.create({
      data: {
        ...act,
        id,
        date: day(date),
        earlier: earlier ?? false,
        scan_sha256: scanSha256,
        entered_by: i.by,
        entered_at: i.at,
      },
    });
    await tx.legal_act_items.create({ data: { act_id: id, proceeding_id: i.proceeding } });
  },
  confirm_act: confirmAct,
  confirm_unfavourable: confirmAct,
  assign_author: assign("author"),
  assign_reader: assign("second_reader"),
  correct_propose: proposeCorrection,
  correct_second: secondCorrection,
  correct_sign: signCorrection,
};
