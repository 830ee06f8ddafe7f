import { expect, test } from "vitest";
import { newId } from "@/lib/store/id";
import { readAccessionTable, readTransfers } from "@/lib/transfers/read";
import { announceTransfer } from "@/lib/transfers/write";
import { announceAccessions, checkAccessions } from "@/lib/transfers/write-accessions";
import { sealAndCheck } from "@/tests/support/ledger";
import { announcementOf, openRoom } from "./room";

const room = openRoom();
const listed = async () => (await readTransfers(room.people.auditor, {}, room.db.pool))!.rows;
const tableOf = (number: string, title = "Files") =>
  [
    "accessionNumber,acquisitionDate,sourceOfAcquisition,locationInformation,title,scopeAndContent,processingNotes",
    `${number},2026-12-01,archive,centre,${title},Ф. 7. Оп. 2. 3 ед. хр.,Order 1`,
    `,2026-12-02,archive,third,More,"Ф. 8. Оп. 1. 5 ед. хр., 70 л.",Order 2`,
  ].join("\n");

test("a table is shown first; then every row is announced, once, however often it is sent", async () => {
  const { archivist } = room.people;
  const checked = await checkAccessions(room.desk, archivist, tableOf("1"));
  expect(checked).toMatchObject({ ok: true, value: { rows: [{ row: 2 }, { row: 3 }], problems: [] } });
  expect(await listed()).toEqual([]);
  const key = newId();
  const send = () => announceAccessions(room.desk, archivist, { key, csv: tableOf("1") });
  const sent = [await send(), await send(), ...(await Promise.all([send(), send()]))];
  for (const one of sent) expect(one).toEqual({ ok: true, value: { announced: 2 } });
  expect((await listed()).map(({ title }) => title)).toEqual(["More", "Files"]);
  const { rows } = await room.db.pool.query(
    "select from events where act = 'announce_transfer' and not refused",
  );
  expect(rows).toHaveLength(2);
  expect((await sealAndCheck(room.db)).faults).toEqual([]);
});

test("one wrong row, and nothing of the table is announced", async () => {
  const { archivist } = room.people;
  const order = (csv: string) => announceAccessions(room.desk, archivist, { key: newId(), csv });
  expect(await order(tableOf("1", "F"))).toEqual({
    ok: false,
    kind: "input",
    fields: { csv: "tableProblems" },
  });
  await announceTransfer(room.desk, archivist, announcementOf({ ownNumber: "1" }));
  expect(await checkAccessions(room.desk, archivist, tableOf("1"))).toMatchObject({
    value: { problems: [{ row: 2, column: "accessionNumber", code: "numberTaken", detail: "1" }] },
  });
  expect(await order(tableOf("1"))).toEqual({
    ok: false,
    kind: "input",
    fields: { ownNumber: "numberTaken" },
  });
  expect(await listed()).toHaveLength(1);
  expect(await order(tableOf("2"))).toMatchObject({ ok: true });
});

test("archivists alone, for their own archives", async () => {
  const { secretary1, taker, auditor, expert } = room.people;
  for (const actor of [secretary1, auditor, expert]) {
    const refusal = { ok: false, refusals: [{ condition: "heldRole", article: "P20" }] };
    expect(await checkAccessions(room.desk, actor, tableOf("1"))).toMatchObject(refusal);
    expect(await announceAccessions(room.desk, actor, { key: newId(), csv: tableOf("1") })).toMatchObject(
      refusal,
    );
  }
  expect(await checkAccessions(room.desk, taker, tableOf("1"))).toMatchObject({
    value: { rows: [], problems: [{ code: "notOwn" }, { code: "notOwn" }] },
  });
});

test("what leaves is what one sees, and comes in again as the same bytes", async () => {
  const { archivist, outsider, expert, auditor } = room.people;
  await announceAccessions(room.desk, archivist, { key: newId(), csv: tableOf("1") });
  const table = (await readAccessionTable(archivist, "ru", room.db.steady))!;
  expect(table.split("\r\n")).toHaveLength(4);
  expect((await readAccessionTable(outsider, "ru", room.db.steady))!.split("\r\n")).toHaveLength(3);
  expect(await readAccessionTable(expert, "ru", room.db.steady)).toBeNull();
  expect(await readAccessionTable(auditor, "ru", room.db.steady)).toBe(table);
  const renumbered = table.replace("\r\n1,", "\r\n2,");
  expect(await announceAccessions(room.desk, archivist, { key: newId(), csv: renumbered })).toMatchObject({
    ok: true,
  });
  const after = (await readAccessionTable(archivist, "ru", room.db.steady))!.split("\r\n");
  expect(after.slice(3)).toEqual(renumbered.split("\r\n").slice(1));
});
