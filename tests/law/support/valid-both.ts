import type { Matter } from "@/lib/law/matter";
import { ofCase, reason, signed } from "./matter";
import { author, basis, chair, head, member, secretary, text } from "./people";

/** Articles on both proceedings, tried on a case: for each, a matter in which its act is granted. */
export const bothOf: Record<string, () => Matter> = {
  B1: () =>
    ofCase({
      act: "return",
      actor: member,
      proceeding: { step: "signing" },
      terms: { toStep: "study", reason, missing: "the extract from the minutes" },
    }),
  B2: () => ofCase({ act: "ask", actor: member, proceeding: { step: "signing" }, terms: { text } }),
  B2a: () =>
    ofCase({
      act: "answer_question",
      actor: author,
      proceeding: { step: "signing", questionsOpen: 1 },
      terms: { text },
    }),
  B3: () =>
    ofCase({
      act: "defer",
      actor: secretary,
      proceeding: { step: "signing" },
      terms: { reason, until: "2030-01-01" },
    }),
  B3a: () => ofCase({ act: "resume", actor: secretary, proceeding: { step: "signing", deferred: true } }),
  B4: () => ofCase({ act: "withdraw", actor: secretary, proceeding: { step: "signing" }, terms: { reason } }),
  B5: () =>
    ofCase({
      act: "declare_conflict",
      actor: member,
      proceeding: { step: "signing", signatures: [signed("member:1", { accountId: "member" })] },
      terms: { conflict: "relative" },
    }),
  B6: () => ofCase({ act: "take_out", actor: member, proceeding: { step: "signing" }, terms: { reason } }),
  B7: () =>
    ofCase({
      act: "reopen_second",
      actor: member,
      proceeding: { step: "refused" },
      terms: { reason: { code: "new_evidence", text } },
    }),
  B7a: () =>
    ofCase({
      act: "reopen",
      actor: chair,
      proceeding: { step: "refused", signatures: [signed("reopen_member", { question: "reopen/1" })] },
      terms: { reason, basis },
    }),
  B8: () =>
    ofCase({
      act: "correct_propose",
      actor: secretary,
      proceeding: { step: "granted" },
      terms: { clerical: true, text, source: "Birth record no. 12" },
    }),
  B8a: () =>
    ofCase({
      act: "correct_second",
      actor: secretary,
      proceeding: {
        step: "granted",
        correction: { number: 1, proposedBy: "other-secretary", seconded: false },
      },
    }),
  B8b: () =>
    ofCase({
      act: "correct_sign",
      actor: chair,
      proceeding: {
        step: "granted",
        correction: { number: 1, proposedBy: "other-secretary", seconded: true },
      },
    }),
  B9: () =>
    ofCase({
      act: "assign_author",
      actor: head,
      proceeding: {},
      terms: { assignee: { accountId: "expert", expert: true, conflict: false } },
    }),
  B9a: () =>
    ofCase({
      act: "assign_reader",
      actor: head,
      proceeding: {},
      terms: { assignee: { accountId: "expert", expert: true, conflict: false } },
    }),
};
