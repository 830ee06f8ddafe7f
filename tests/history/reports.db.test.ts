import { afterAll, beforeAll, expect, test } from "vitest";
import { confirm, proposeAppointment } from "@/lib/appointments/write";
import { actorOfAccount } from "@/lib/auth/actor";
import { readReport } from "@/lib/history/read-report";
import { reportNames, reportSearch } from "@/lib/history/schema";
import type { AppointedRow, PaceRow, PairRow, UnopenedRow } from "@/lib/history/view-report";
import type { Actor } from "@/lib/law/actor";
import { closeConnections } from "@/lib/store/client";
import { newId } from "@/lib/store/id";
import { atSigningMany } from "@/tests/support/journeys";
import { office } from "@/tests/support/office";
import { bodies, person } from "@/tests/support/people";
import { aCase, aFile, noConflicts } from "@/tests/support/records";
import { auditorsDesk, signAll, type Desk } from "./desk";

let desk: Desk;
/** Waiting for their members. */
let many: string[];
const moment = (text: string): Date => new Date(`2026-05-${text}Z`);

beforeAll(async () => {
  desk = await auditorsDesk();
  many = (await atSigningMany(desk.db, desk.people, 20)).map(({ proceeding }) => proceeding);
});
afterAll(async () => {
  await closeConnections();
  await desk.close();
});

async function rowsOf<R>(
  params: Record<string, string | number>,
  actor: Actor = desk.people.auditor,
): Promise<R[]> {
  const report = await readReport(actor, reportSearch.parse(params));
  return (report?.rows ?? []) as unknown as R[];
}

test("register signings over an unopened dossier: by whom, how many of how many", async () => {
  const { db, people } = desk;
  const register = true;
  await signAll(db, people.member1, many.slice(0, 3), { at: moment("04T05:00:00"), register, opened: true });
  await signAll(db, people.member1, many.slice(3, 9), { at: moment("04T06:00:00"), register });
  // Opened all of it; signed one by one: neither is what is looked for.
  await signAll(db, people.member2, many.slice(0, 4), { at: moment("04T07:00:00"), register, opened: true });
  await signAll(db, people.member3, many.slice(4, 5), { at: moment("04T08:00:00") });
  const name = "member1";
  const { accountId } = people.member1;
  const last = expect.stringMatching(/^2026-05-04T06:00:00/) as string;
  const row: UnopenedRow = { accountId, name, signed: 9, unopened: 6, share: 6 / 9, last };
  expect(await rowsOf({ report: "unopened", to: "2026-05-31" })).toEqual([row]);
  expect(await rowsOf({ report: "unopened", from: "2026-05-04", to: "2026-05-04" })).toEqual([row]);
  expect(await rowsOf({ report: "unopened", to: "2026-05-03" })).toEqual([]);
  expect(await rowsOf({ report: "unopened", from: "2026-05-05", to: "2026-05-31" })).toEqual([]);
});

test("seconds from one signing to the next, by signer and day; a register is one, a night is no pause", async () => {
  const { db, people } = desk;
  // 18:59:58 in UTC is a moment before midnight in Kazakhstan.
  const times = ["18T05:00:00", "18T05:00:02", "18T05:00:10", "18T06:00:00", "18T18:59:58", "18T19:00:01"];
  const free = [5, 6, 7, 8, 12, 13].map((nth) => many[nth]!);
  for (const [nth, time] of times.entries())
    await signAll(db, people.member2, [free[nth]!], { at: moment(time) });
  await signAll(db, people.member3, many.slice(14, 16), { at: moment("18T05:00:00"), register: true });
  await signAll(db, people.member3, [many[16]!], { at: moment("18T05:00:06") });
  const within = { report: "pace", from: "2026-05-18", to: "2026-05-19" };
  const { accountId } = people.member2;
  // The pauses: 2, 8, 3590 and 46798 seconds.
  const hers: PaceRow = { accountId, name: "member2", day: "2026-05-18", signed: 5, times: 5 } as PaceRow;
  expect(await rowsOf(within)).toEqual([{ ...hers, median: (8 + 3590) / 2, shortest: 2, fast: 1 }]);
  const wider = await rowsOf<PaceRow>({ ...within, seconds: 7 });
  expect(
    wider.map(({ name, signed, times: n, fast, shortest }) => [name, signed, n, fast, shortest]),
  ).toEqual([
    ["member3", 3, 2, 1, 6],
    ["member2", 5, 5, 1, 2],
  ]);
  expect(await rowsOf({ ...within, seconds: 2 })).toEqual([]);
  expect(await rowsOf({ ...within, from: "2026-05-19" })).toEqual([]);
});

/** A file's declassification, read a second time. */
async function studied(author: Actor, reader: Actor, how: "concur" | "disagree" | "returned"): Promise<void> {
  const { db, people } = desk;
  const { done } = office(db);
  const file = await aFile(db);
  const kase = await aCase(db, [file]);
  await noConflicts(db, [...Object.values(people), author, reader], [kase]);
  const reason = { code: "other", text: "Парағы жоқ" } as const;
  const proceeding = await done(people.archivist, {
    act: "open",
    subject: { kind: "declassification", id: file },
  });
  await done(people.head, { act: "assign_author", proceeding, assignee: author.accountId });
  await done(people.head, { act: "assign_reader", proceeding, assignee: reader.accountId });
  await done(author, { act: "propose", proceeding });
  if (how === "returned") {
    await done(reader, { act: "return", proceeding, toStep: "study", reason, missing: "5" });
    await done(author, { act: "propose", proceeding });
  }
  await done(reader, { act: how === "disagree" ? "disagree" : "concur", proceeding, reason });
}

test("authors and second readers who never disagreed, from so many in common on", async () => {
  const { db, people } = desk;
  const fourth = await person(db, "fourth", "expert", "group");
  for (const how of ["concur", "returned", "concur"] as const) await studied(fourth, people.reader, how);
  // Once is enough.
  for (const how of ["concur", "concur", "concur", "disagree"] as const)
    await studied(people.reader, fourth, how);
  const pairs = async (least: number) =>
    (await rowsOf<PairRow>({ report: "pairs", least })).map((row) => [
      ...[row.author, row.reader, row.common, row.returned],
    ]);
  expect(await pairs(3)).toEqual([
    ["expert", "reader", 20, 0],
    ["fourth", "reader", 3, 1],
  ]);
  expect(await pairs(4)).toEqual([["expert", "reader", 20, 0]]);
  expect(await pairs(21)).toEqual([]);
  expect(await rowsOf({ report: "pairs", least: 3, to: "2026-01-01" })).toEqual([]);
});

test("appointments shortly before a decision in which the appointed signed in that office", async () => {
  const { db, people } = desk;
  const appointed = await person(db, "newcomer", "member", "regional");
  const { accountId } = appointed;
  // A member of the regional body before; of the commission from this confirmation on.
  const deskAt = (at: Date) => ({ prisma: db.prisma, clock: () => at });
  const wanted = {
    accountId,
    role: "member",
    bodyId: bodies.commission,
    act: "Жарлық 7",
    from: "2026-05-20",
  } as const;
  const proposed = await proposeAppointment(deskAt(moment("20T05:00:00")), people.administrator, wanted);
  if (!proposed.ok) throw new Error(JSON.stringify(proposed));
  const grant = { kind: "appointment", id: proposed.value.id, accountId } as const;
  expect(await confirm(deskAt(moment("20T06:00:00")), people.secretary1, grant)).toMatchObject({ ok: true });
  const now = await actorOfAccount(db.pool, accountId, "2026-05-21");
  const cases = (await db.prisma.cases.findMany({ select: { id: true } })).map(({ id }) => id);
  await noConflicts(db, [now], cases);
  const [soon, late, without] = [many[9]!, many[10]!, many[11]!];
  await signAll(db, now, [soon, late], { at: moment("21T05:00:00"), register: true });
  await signAll(db, people.member1, [soon, late, without], { at: moment("21T06:00:00"), register: true });
  await signAll(db, people.member3, [without], { at: moment("21T06:30:00") });
  const basis = { basis: "Заң" };
  await signAll(db, people.chair, [soon], { at: moment("22T06:00:00") }, basis);
  await signAll(db, people.chair, [without], { at: moment("22T07:00:00") }, basis);
  await signAll(db, people.chair, [late], { at: moment("29T06:00:00") }, basis);

  const row: Partial<AppointedRow> = {
    ...{ kind: "appointment", accountId, name: "newcomer", role: "member", act: "Жарлық 7", days: 2 },
    ...{ proposedBy: "administrator", confirmedBy: "secretary1", slot: "member:1", proceedingId: soon },
    result: "granted",
  };
  const within = { report: "appointed", days: 7 };
  const found = await rowsOf<AppointedRow>(within);
  expect(found).toMatchObject([row]);
  expect(found[0]!.about).toContain("АП РК");
  expect(await rowsOf<AppointedRow>({ ...within, days: 9 })).toMatchObject(
    [row, { proceedingId: late, days: 9 }].slice(0, 1),
  );
  expect(await rowsOf<AppointedRow>({ ...within, days: 10 })).toMatchObject([
    row,
    { proceedingId: late, days: 9 },
  ]);
  expect(await rowsOf({ ...within, days: 1 })).toEqual([]);
  expect(await rowsOf({ ...within, from: "2026-05-23" })).toEqual([]);
});

test("a report is ordered by the column asked for", async () => {
  const order = async (more: object) =>
    (await rowsOf<PairRow>({ report: "pairs", least: 3, ...more })).map(({ author }) => author);
  expect(await order({ sort: "common" })).toEqual(["fourth", "expert"]);
  expect(await order({ sort: "common", down: "1" })).toEqual(["expert", "fourth"]);
  expect(await order({ sort: "author", down: "1" })).toEqual(["fourth", "expert"]);
  expect(await order({ sort: newId() })).toEqual(["expert", "fourth"]);
});

test("nobody but an auditor has reports; one who may not see what was decided learns no name of it", async () => {
  for (const report of reportNames) {
    for (const actor of [desk.people.chair, desk.people.administrator, desk.people.head])
      expect(await readReport(actor, reportSearch.parse({ report }))).toBeNull();
    expect(await readReport(desk.uncleared, reportSearch.parse({ report }))).not.toBeNull();
  }
  const { db } = desk;
  const read = async () => (await rowsOf<AppointedRow>({ report: "appointed" }, desk.uncleared))[0]!.about;
  expect(await read()).toContain("АП РК");
  const { file_id } = await db.prisma.proceedings.findUniqueOrThrow({ where: { id: many[9]! } });
  const conflict = { account_id: desk.uncleared.accountId, file_id, answer: "conflict", kind: "relative" };
  await db.prisma.conflict_answers.create({ data: { ...conflict, id: newId(), at: new Date() } });
  expect(await read()).toBeNull();
});
