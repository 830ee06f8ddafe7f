import { perform, type Result } from "@/lib/proceedings/perform";
import type { ActRequest, KeptSpan } from "@/lib/proceedings/request";
import type { Act } from "@/lib/law/acts";
import { newId } from "@/lib/store/id";
import { kindOf } from "@/tests/law/world";
import type { Move } from "@/tests/law/support/move";
import { idOf, proceedingOf, type Replay } from "./desk";

/** Asks for an act of the model as a person at a screen does: with the version and dossier that stand there now. */
export async function askAct(r: Replay, move: Move): Promise<Result> {
  const request = await requestOf(r, move);
  const actor = r.people.actors[move.actor]!;
  const register = move.terms.register === true;
  const said = { text: `I, ${move.actor}: ${move.act}`, method: "password", register } as const;
  const [result] = await perform(r.desk, actor, { key: newId(), requests: [request], said });
  return result!;
}

async function requestOf(r: Replay, move: Move): Promise<ActRequest> {
  const { terms } = move;
  const { reason, basis, missing, outcome, toStep, text, until, conflict, motion } = terms;
  const { actors, bodies } = r.people;
  return {
    act: move.act as Act,
    ...{ reason, basis, missing, outcome, toStep, text, until, conflict, motion },
    ...(await shown(r, move)),
    agencyId: terms.agencyId && bodies[terms.agencyId],
    assignee: terms.assignee && actors[terms.assignee]!.accountId,
    keeps: terms.keptBased ? await firstOfOwn(r, move) : undefined,
    legalAct: terms.favourable === undefined ? undefined : legalAct(terms.favourable),
    correction: terms.clerical
      ? { field: "name", newText: text ?? "", source: terms.source ?? "" }
      : undefined,
  };
}

async function shown(r: Replay, { act, subject, terms }: Move): Promise<Partial<ActRequest>> {
  const proceeding = act === "open" || act === "attest" ? null : proceedingOf(r, subject);
  if (!proceeding) return { subject: { kind: kindOf(subject), id: idOf(r, subject) } };
  const held = await r.db.prisma.proceedings.findUniqueOrThrow({ where: { id: proceeding } });
  return {
    proceeding,
    version: held.version - (terms.shown === "before" ? 1 : 0),
    dossierHash: terms.dossier === "other" ? "0".repeat(64) : (held.dossier_hash ?? undefined),
  };
}

/** The first span for which the agency answers: the model keeps that one and lifts the others. */
async function firstOfOwn(r: Replay, { subject, terms }: Move): Promise<KeptSpan[]> {
  if (subject.kind === "case") return [];
  const owner_id = r.people.bodies[terms.agencyId ?? ""];
  const own = await r.db.prisma.spans.findFirst({
    where: { file_id: idOf(r, subject), owner_id, NOT: { secrecy: "none" } },
    orderBy: { from_pos: "asc" },
  });
  return own ? [{ spanId: own.id, grade: "secret", basis: "List, item 4", reviewDate: "2030-01-01" }] : [];
}

const legalAct = (favourable: boolean): ActRequest["legalAct"] => ({
  ...{ kind: "court", issuer: "Court", number: "7", date: "2026-10-04", favourable },
  scanSha256: "a".repeat(64),
});
