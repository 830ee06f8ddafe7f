import type { Actor } from "@/lib/law/actor";
import type { Work } from "@/lib/law/acts";
import { decideWork } from "@/lib/law/decide-work";
import type { Refusal } from "@/lib/law/refusals";
import { fallsBack } from "@/lib/law/law";
import { fallBack } from "@/lib/law/voids";
import type { Part } from "@/lib/law/words";
import type { Json } from "@/lib/ledger/entry";
import { makeDossiers } from "@/lib/store/dossiers";
import { append, type EntryDraft } from "@/lib/store/events";
import { reachOf, seenSubjects } from "@/lib/store/reach";
import { inTransaction, type Tx } from "@/lib/store/transaction";
import { loadHit, loadWorkFacts, lockAbout, writeFallBack, type About, type Hit } from "@/lib/store/touched";
import { snapshot } from "./entries";
import type { Desk } from "./perform";
import { recuseConflicted } from "./recuse";

/** What an edit reports back: the facts for the history, and what it was about where that is new. */
export type Touched<T> = {
  value: T;
  facts: Record<string, Json>;
  about?: About;
  /** As in the order, where only the edit itself finds out: an image that nobody cites, say. */
  edits?: Part;
  /** What came into being with it: the history has to know a case before it can know its stages. */
  arrived?: readonly { what: "person" | "case"; id: string; hash: string }[];
};
/** Nothing was written, and why: somebody else was first, or there is nothing to change. */
export type Left<N> = { left: N };

export type WorkOrder<T, N = never> = {
  work: Work;
  about: About;
  /** Changes the tables, or looks and leaves everything as it was. */
  touch: (tx: Tx, at: Date) => Promise<Touched<T> | Left<N>>;
  /** Where the edit touches less than its article says. */
  edits?: Part;
  /** Only reads: an entry of the history, and nobody waits for it. */
  reads?: boolean;
};

export type WorkResult<T, N = never> =
  | { ok: true; value: T; article: string; fellBack: readonly FellBack[] }
  | { ok: false; refusal: Refusal }
  | { ok: false; left: N }
  | { ok: false; unknown: true };
export type FellBack = { proceeding: string; to: string; voided: number };

/**
 * Every edit around a proceeding: one transaction of guard, edit, falling back of the open proceedings whose
 * dossier holds what was edited, and history. Nothing else edits what a dossier holds.
 */
export async function performWork<T, N = never>(
  desk: Desk,
  actor: Actor,
  order: WorkOrder<T, N>,
): Promise<WorkResult<T, N>> {
  return inTransaction(desk.prisma, (tx) => workWithin(tx, desk, actor, order));
}

/** The same within a transaction that holds more than one work: a person and their case, say. */
export async function workWithin<T, N = never>(
  tx: Tx,
  desk: Omit<Desk, "prisma">,
  actor: Actor,
  order: WorkOrder<T, N>,
): Promise<WorkResult<T, N>> {
  const at = desk.clock();
  if (!(await isSeen(tx, actor, order.about))) return { ok: false, unknown: true };
  if (!order.reads) await lockAbout(tx, order.about);
  const facts = await loadWorkFacts(tx, actor.accountId, order.about);
  const ruling = decideWork({ ...facts, work: order.work, offices: actor.offices });
  const draft = { actor: snapshot(actor, actor.offices[0] ?? null), at, sample: desk.sample === true };
  if (!ruling.granted) {
    const { article, condition } = ruling.refusal;
    const payload = {
      kind: "refusal",
      act: order.work,
      article,
      condition,
      about: named(order.about),
    } as const;
    await append(tx, [{ ...draft, payload, about: order.about }]);
    return { ok: false, refusal: ruling.refusal };
  }
  const done = await order.touch(tx, at);
  if ("left" in done) return { ok: false, left: done.left };
  const about = { ...order.about, ...done.about };
  const actorThen = snapshot(actor, ruling.office);
  const entry: EntryDraft = {
    ...draft,
    actor: actorThen,
    about,
    payload: {
      kind: "work",
      work: order.work,
      article: ruling.row.article,
      about: named(about),
      facts: done.facts,
    },
  };
  const part = done.edits ?? order.edits ?? ruling.row.edits;
  const fell = part ? await letFall(tx, part, about, at) : [];
  const frame = { actor: actorThen, at, sample: draft.sample };
  const freed = order.work === "link_file" ? await recuseConflicted(tx, subjectsOf(about), frame) : [];
  const arrived = arrivals(done, about).map((one) => ({ ...one, ...frame }));
  await append(tx, [...arrived, entry, ...fell.map((f) => ({ ...f.entry, ...frame })), ...freed]);
  return { ok: true, value: done.value, article: ruling.row.article, fellBack: fell.map((f) => f.told) };
}

const subjectsOf = (about: About): { cases: string[]; files: string[] } => ({
  cases: about.caseId ? [about.caseId] : [],
  files: about.fileId ? [about.fileId] : [],
});

function arrivals<T>({ arrived }: Touched<T>, about: About): Pick<EntryDraft, "payload" | "about">[] {
  return (arrived ?? []).map((one) => ({
    payload: { kind: "arrived", ...one, source: null },
    about: one.what === "case" ? { caseId: one.id, personId: about.personId } : { personId: one.id },
  }));
}

async function isSeen(tx: Tx, actor: Actor, about: About): Promise<boolean> {
  const subjects = [
    ...(about.fileId ? [{ id: about.fileId, fileId: about.fileId, caseId: null }] : []),
    ...(about.caseId ? [{ id: about.caseId, fileId: null, caseId: about.caseId }] : []),
  ];
  if (subjects.length === 0) return true;
  return (await seenSubjects(tx, await reachOf(tx, actor), subjects)).size === subjects.length;
}

type Fell = { entry: Pick<EntryDraft, "payload" | "about">; told: FellBack };

async function letFall(tx: Tx, part: Part, about: About, at: Date): Promise<Fell[]> {
  const fell: Fell[] = [];
  const remade: string[] = [];
  for (const hit of await loadHit(tx, about)) {
    const back = fallBack(hit.kind, hit, part);
    if (!back) {
      if (isUnder(hit, part)) remade.push(hit.id);
      continue;
    }
    const suspended = back.to === "suspended" ? part : hit.suspendedFor;
    const to = back.to === "suspended" ? hit.step : back.to;
    const { single } = hit;
    await writeFallBack(tx, hit, { to, suspended, single, voids: back.voids, newDossier: true }, at);
    if (to !== "study") remade.push(hit.id);
    fell.push(describe(hit, to, suspended, part, back.voids));
  }
  await makeDossiers(tx, remade, at);
  return fell;
}

/** What is waiting for its first signature falls nowhere, but that signature has to cover what stands there now. */
function isUnder(hit: Hit, part: Part): boolean {
  const rule = fallsBack.find((f) => f.edits === part && f.in === hit.kind);
  return rule !== undefined && hit.step !== "study";
}

function describe(
  hit: Hit,
  to: Hit["step"],
  suspended: string | null,
  part: Part,
  voids: readonly { id: string; reason: string }[],
): Fell {
  const payload: EntryDraft["payload"] = {
    kind: "fell_back",
    proceeding: hit.id,
    from: hit.step,
    to,
    version: hit.version + 1,
    suspended,
    part,
    voids,
  };
  return {
    entry: { payload, about: { fileId: hit.fileId, caseId: hit.caseId, proceedingId: hit.id } },
    told: { proceeding: hit.id, to, voided: voids.length },
  };
}

const named = (about: About): Record<string, string | null> => ({
  file: about.fileId ?? null,
  case: about.caseId ?? null,
  person: about.personId ?? null,
});

/** Whose signatures an edit of this part would void: shown to the editor before they edit. */
export async function wouldVoid(
  tx: Pick<Tx, "$queryRawUnsafe">,
  part: Part,
  about: About,
): Promise<{ proceeding: string; accounts: string[] }[]> {
  const hits = await loadHit(tx, about);
  return hits.flatMap((hit) => {
    const back = fallBack(hit.kind, hit, part);
    if (!back || back.voids.length === 0) return [];
    const voided = new Set(back.voids.map((v) => v.id));
    return [
      {
        proceeding: hit.id,
        accounts: hit.signatures.filter((s) => voided.has(s.id)).map((s) => s.accountId),
      },
    ];
  });
}
