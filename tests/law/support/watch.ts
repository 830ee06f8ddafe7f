import type { Entry, Payload } from "@/lib/ledger/entry";
import type { FoldedSignature } from "@/lib/ledger/fold";
import type { Matter } from "@/lib/law/matter";
import { keyOf, liveOf, newestOf, type World, type WorldProceeding } from "../world";
import type { Move } from "./move";
import type { Played } from "./sequences";

type Of<K extends Payload["kind"]> = Extract<Payload, { kind: K }>;
export type Held = { id: string } & FoldedSignature;

/** One move with the world before and after it, for the statements of invariants.ts. */
export type Seen = {
  world: World;
  move: Move;
  played: Played;
  granted: boolean;
  /** Facts the move was judged on; null for a work. */
  matter: Matter | null;
  proceeding: WorldProceeding | null;
  acts: readonly Of<"act">[];
  falls: readonly Of<"fell_back">[];
  stages: readonly Of<"stage">[];
  standings: readonly Of<"standing">[];
  signatures: readonly Held[];
  before: Before;
};

export type Before = {
  entries: number;
  files: ReadonlyMap<string, string>;
  cases: World["folded"]["cases"];
  /** Signatures that counted before the move. */
  live: ReadonlySet<string>;
  version: number | null;
  dossier: string | null;
  step: string;
};

export function before(world: World, move: Move): Before {
  const held = newestOf(world, move.subject);
  const folded = held && world.folded.proceedings.get(held.id)!;
  const live = new Set<string>();
  for (const [id, s] of world.folded.signatures) if (s.void === null) live.add(id);
  return {
    entries: world.entries.length,
    files: new Map(world.folded.files),
    cases: new Map(world.folded.cases),
    live,
    version: folded?.version ?? null,
    dossier: held && held.dossier > 0 ? `${held.id}/${held.dossier}` : null,
    step: folded?.step ?? "none",
  };
}

const ofKind = <K extends Payload["kind"]>(entries: readonly Entry[], kind: K): Of<K>[] =>
  entries.flatMap((e) => (e.payload.kind === kind ? [e.payload as Of<K>] : []));

export function seen(world: World, move: Move, earlier: Before, played: Played): Seen {
  const acts = ofKind(played.entries, "act");
  return {
    world,
    move,
    played,
    granted: played.ruling?.granted === true,
    matter: played.matter,
    proceeding: newestOf(world, move.subject),
    acts,
    falls: ofKind(played.entries, "fell_back"),
    stages: ofKind(played.entries, "stage"),
    standings: ofKind(played.entries, "standing"),
    signatures: acts.flatMap((a) =>
      a.signature ? [{ ...world.folded.signatures.get(a.signature.id)!, id: a.signature.id }] : [],
    ),
    before: earlier,
  };
}

/** Live signatures on the question that decides in the present round. */
export function deciding(s: Seen, p: WorldProceeding) {
  const { round } = s.world.folded.proceedings.get(p.id)!;
  return liveOf(s.world, p.id).filter((one) => one.question === `decide/${round}`);
}

export const nameOf = (s: Seen): string => `${s.move.actor} ${s.move.act} ${keyOf(s.move.subject)}`;
