import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { newestOf, stepOf } from "@/tests/law/world";
import { openRoom, type Room } from "@/tests/support/replay/room";
import {
  act,
  basis,
  file,
  kase,
  neverSecret,
  reason,
  toTheBench,
  toTheChair,
  toTheReader,
} from "@/tests/support/replay/scripts";

/**
 * Differences between the pure model and the system that replaying one through the other has shown, each as the
 * moves that led there. Playing them compares both after every move; what is expected here says which was right.
 */
let room: Room;
beforeAll(async () => {
  room = await openRoom();
});
afterEach(async () => {
  expect(await room.faults()).toEqual([]);
});
afterAll(() => room.close());

test("who wrote a version in an earlier proceeding of the case is no second reader of the next", async () => {
  const r = await room.newReplay();
  await neverSecret(r, 5);
  await toTheReader(r, 33);
  await act(r, kase(33), ["secretary1", "withdraw", { reason }], ["head", "open", { motion: "own" }]);
  await act(r, kase(33), ["head", "assign_reader", { assignee: "expert1" }]);
  expect(newestOf(r.world, kase(33))).toMatchObject({ reader: null, authors: new Set(["expert1"]) });
});

test("what is suspended stays so when an edit makes it fall back, and its history says the same", async () => {
  const r = await room.newReplay();
  await neverSecret(r, 5);
  await toTheReader(r, 33);
  await act(r, kase(33), ["archivist1", "impose_secrecy"], ["archivist1", "edit_case"]);
  const held = r.world.folded.proceedings.get(newestOf(r.world, kase(33))!.id);
  expect(held).toMatchObject({ step: "study", suspended: "secrecy_again" });
});

test("a recusal makes every item single that it touches, not only the one in which it is declared", async () => {
  const r = await room.newReplay();
  for (const index of [3, 4]) await toTheBench(r, index);
  for (const index of [3, 4]) await act(r, file(index), ["member1", "sign"]);
  await act(r, file(3), ["member1", "declare_conflict", { conflict: "relative" }]);
  const there = newestOf(r.world, file(4))!.id;
  expect(r.world.folded.proceedings.get(there)).toMatchObject({ step: "signing", single: "recusal" });
  const before = r.world.entries.length;
  await act(r, file(4), ["member2", "sign", { register: true }]);
  expect(r.world.entries).toHaveLength(before);
  await act(r, file(4), ["member2", "sign"]);
});

test("an act that was entered at the court is left behind where a recusal elsewhere leads back before it", async () => {
  const r = await room.newReplay();
  await neverSecret(r, 5);
  await toTheReader(r, 33);
  const terms = { outcome: "full", basis } as const;
  await act(
    r,
    kase(33),
    ["expert2", "concur"],
    ["member1", "sign", terms],
    ["member2", "sign", terms],
    ["chair", "sign", terms],
    ["secretary1", "enter_act", { favourable: false }],
    ["memberSecretary", "confirm_unfavourable", { toStep: "court" }],
    ["secretary1", "enter_act", { favourable: true }],
  );
  await toTheBench(r, 3);
  await act(r, file(3), ["memberSecretary", "sign"]);
  await act(r, kase(33), ["archivist1", "link_file", { file: 3 }]);
  await act(r, file(3), ["memberSecretary", "declare_conflict", { conflict: "party" }]);
  expect(stepOf(r.world, kase(33))).toBe("legal_act");
  expect(newestOf(r.world, kase(33))).toMatchObject({ legalAct: null });
});

test("the first signature covers an image that was replaced before it", async () => {
  const r = await room.newReplay();
  await neverSecret(r, 5);
  await toTheReader(r, 33);
  await act(
    r,
    kase(33),
    ["archivist1", "attach_image"],
    ["expert2", "concur"],
    ["archivist1", "attach_image"],
  );
  expect(stepOf(r.world, kase(33))).toBe("second_reading");
});

test("the author of a case does not divide the sheets that another proposes and signs are given on", async () => {
  const r = await room.newReplay();
  await neverSecret(r, 5);
  await act(r, kase(33), ["archivist1", "link_file", { file: 3 }], ["head", "open", { motion: "own" }]);
  await act(r, kase(33), ["head", "assign_author", { assignee: "expert3" }]);
  await toTheBench(r, 3);
  await act(r, file(3), ["expert3", "divide_spans", { plan: 7 }]);
  expect(stepOf(r.world, file(3))).toBe("signing");
});

test("a file whose answer on access was taken back is refused, not a fault", async () => {
  const r = await room.newReplay();
  await toTheChair(r, 3);
  await act(r, file(3), ["archivist1", "answer_access", { access: null }], ["chair", "sign", { basis }]);
  expect(stepOf(r.world, file(3))).toBe("signing");
  await act(r, file(3), ["archivist1", "answer_access", { access: "open" }], ["chair", "sign", { basis }]);
  expect(stepOf(r.world, file(3))).toBe("granted");
});

test("who confirms an attestation signs the ranges as they stand, though an answer on access has joined them", async () => {
  const r = await room.newReplay();
  await act(r, file(5), ["archivist1", "attest"], ["archivist1", "answer_access", { access: "open" }]);
  await act(r, file(5), ["archivist2", "confirm", { basis }]);
  expect(stepOf(r.world, file(5))).toBe("granted");
});
