import type { Matter } from "@/lib/law/matter";
import { ofCase, reason } from "./matter";
import {
  act,
  author,
  basis,
  bench,
  chair,
  favourable,
  full,
  member,
  reader,
  regionalChair,
  secretary,
  text,
  unfavourable,
} from "./people";

/** Articles on cases: for each, a matter in which its act is granted. */
export const casesOf: Record<string, () => Matter> = {
  R1: () => ofCase({ act: "open", actor: secretary, proceeding: null, terms: { motion: "own" } }),
  R2: () => ofCase({ act: "submit", actor: author, proceeding: { authors: [] } }),
  R3: () => ofCase({ act: "concur", actor: reader, proceeding: { step: "second_reading" } }),
  R4: () =>
    ofCase({ act: "disagree", actor: reader, proceeding: { step: "second_reading" }, terms: { reason } }),
  R5: () =>
    ofCase(
      {
        act: "answer_objection",
        actor: author,
        proceeding: { step: "regional", objectionsOpen: 1 },
        terms: { text },
      },
      { regionalBodyId: "region" },
    ),
  R5a: () =>
    ofCase({
      act: "answer_objection",
      actor: author,
      proceeding: { step: "signing", objectionsOpen: 1 },
      terms: { text },
    }),
  R6: () =>
    ofCase(
      { act: "conclude", actor: regionalChair, proceeding: { step: "regional" }, terms: { outcome: "full" } },
      { regionalBodyId: "region" },
    ),
  R7: () =>
    ofCase({ act: "sign", actor: member, proceeding: { step: "signing" }, terms: { outcome: "full" } }),
  R8: () =>
    ofCase({
      act: "sign",
      actor: chair,
      proceeding: { step: "signing", signatures: bench("full") },
      terms: { outcome: "full", basis },
    }),
  R9: () =>
    ofCase({
      act: "enter_act",
      actor: secretary,
      proceeding: { step: "legal_act", signatures: full },
      terms: { act },
    }),
  R10: () =>
    ofCase({
      act: "confirm_act",
      actor: secretary,
      proceeding: { step: "legal_act", signatures: full, legalAct: favourable },
      terms: { basis },
    }),
  R11: () =>
    ofCase({
      act: "confirm_unfavourable",
      actor: secretary,
      proceeding: { step: "legal_act", signatures: full, legalAct: unfavourable },
      terms: { toStep: "court" },
    }),
  R12: () =>
    ofCase({
      act: "enter_act",
      actor: secretary,
      proceeding: { step: "court", signatures: full },
      terms: { act },
    }),
  R12a: () =>
    ofCase({
      act: "confirm_act",
      actor: secretary,
      proceeding: { step: "court", signatures: full, legalAct: favourable },
      terms: { basis },
    }),
  R12b: () =>
    ofCase({
      act: "confirm_unfavourable",
      actor: secretary,
      proceeding: { step: "court", signatures: full, legalAct: unfavourable },
      terms: { basis, reason },
    }),
};
