import type { Move, MoveTerms, Subject } from "@/tests/law/support/move";
import { replayMoves } from "./play";
import type { Replay } from "./desk";

export const basis = "Decision of the commission";
export const reason = { code: "incomplete", text: "A sheet is missing" } as const;
export type Line = readonly [actor: string, act: string, terms?: MoveTerms];

export const file = (index: number): Subject => ({ kind: "file", index });
export const kase = (index: number): Subject => ({ kind: "case", index });

/** Plays these lines about one subject on both sides; a difference throws. */
export async function act(r: Replay, subject: Subject, ...lines: readonly Line[]): Promise<void> {
  const moves = lines.map(([actor, name, terms = {}]): Move => ({ actor, act: name, subject, terms }));
  await replayMoves(r, moves);
}

const assigned: readonly Line[] = [
  ["head", "assign_author", { assignee: "expert1" }],
  ["head", "assign_reader", { assignee: "expert2" }],
];

/** A declassification up to the bench: proposed, read, lifted by every owner. */
export async function toTheBench(r: Replay, index: number): Promise<void> {
  // Who represents both agencies fills one slot all the same.
  const lift = (agencyId: string): Line => [
    agencyId === "A" ? "agencyA" : "agencyBoth",
    "lift",
    { agencyId },
  ];
  const lifted = r.world.files[index]!.owners.map(lift);
  const open: Line = ["archivist1", "open"];
  await act(r, file(index), open, ...assigned, ["expert1", "propose"], ["expert2", "concur"], ...lifted);
}

/** The same with the members' signatures: the chair is next. */
export async function toTheChair(r: Replay, index: number): Promise<void> {
  await toTheBench(r, index);
  await act(r, file(index), ["member1", "sign"], ["member2", "sign"]);
}

/** A file that never was secret, and so its case declassified. */
export async function neverSecret(r: Replay, index: number): Promise<void> {
  await act(r, file(index), ["archivist1", "attest"], ["archivist2", "confirm", { basis }]);
}

/** A rehabilitation of a declassified case up to the second reading. */
export async function toTheReader(r: Replay, index: number): Promise<void> {
  const open: Line = ["secretary1", "open", { motion: "own" }];
  const written: readonly Line[] = [
    ["expert1", "save_draft", { draft: 0 }],
    ["expert1", "submit"],
  ];
  await act(r, kase(index), open, ...assigned, ...written);
}
