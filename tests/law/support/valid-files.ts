import type { Matter } from "@/lib/law/matter";
import { ofFile, reason } from "./matter";
import {
  answered,
  archivist,
  author,
  basis,
  bench,
  chair,
  member,
  reader,
  representative,
  text,
} from "./people";

/** Articles on files: for each, a matter in which its act is granted. */
export const filesOf: Record<string, () => Matter> = {
  D1: () =>
    ofFile({ act: "attest", actor: archivist, proceeding: null }, { grade: null, owners: [], spans: [] }),
  D2: () =>
    ofFile(
      { act: "confirm", actor: archivist, proceeding: { step: "attested", authors: [] }, terms: { basis } },
      { grade: null, owners: [], spans: [], attestedBy: "other-archivist" },
    ),
  D3: () => ofFile({ act: "open", actor: archivist, proceeding: null }),
  D4: () => ofFile({ act: "propose", actor: author, proceeding: { authors: [] } }),
  D5: () => ofFile({ act: "concur", actor: reader, proceeding: { step: "second_reading" } }),
  D6: () =>
    ofFile({ act: "disagree", actor: reader, proceeding: { step: "second_reading" }, terms: { reason } }),
  D7: () =>
    ofFile({
      act: "lift",
      actor: representative,
      proceeding: { step: "owners" },
      terms: { agencyId: "agency-a" },
    }),
  D8: () =>
    ofFile({
      act: "keep",
      actor: representative,
      proceeding: { step: "owners" },
      terms: { agencyId: "agency-a", keptBased: true },
    }),
  D9: () =>
    ofFile({
      act: "supply_certificate",
      actor: representative,
      proceeding: { step: "owners" },
      terms: { agencyId: "agency-a", certificate: true, text },
    }),
  D10: () => ofFile({ act: "sign", actor: member, proceeding: { step: "signing" } }, answered),
  D11: () =>
    ofFile(
      {
        act: "sign",
        actor: chair,
        proceeding: { step: "signing", signatures: bench(null) },
        terms: { basis },
      },
      answered,
    ),
  D12: () =>
    ofFile(
      {
        act: "refuse",
        actor: chair,
        proceeding: { step: "signing", signatures: bench(null, "against") },
        terms: { basis, reason, until: "2030-01-01" },
      },
      answered,
    ),
  D13: () =>
    ofFile({ act: "refuse", actor: member, proceeding: { step: "signing" }, terms: { reason } }, answered),
  R5b: () =>
    ofFile({
      act: "answer_objection",
      actor: author,
      proceeding: { step: "owners", objectionsOpen: 1 },
      terms: { text },
    }),
};
