import { expect, test } from "vitest";
import type { Actor } from "@/lib/law/actor";
import { exportList } from "@/lib/lists/export";
import type { Params } from "@/lib/lists/list";
import { announceTransfer } from "@/lib/transfers/write";
import { announcementOf, openRoom } from "../transfers/room";
import { home, purpose, rowsOf } from "./taking";

const room = openRoom();
const taken = async (actor: Actor, params: Params = {}): Promise<Record<string, string>[]> => {
  const body = await exportList(room.desk, actor, { list: "transfers", params, purpose, home }, room.db.pool);
  return rowsOf(await new Response(body).text());
};

test("transfers leave as their list has them: one's own archive's, by its filters, the newest first", async () => {
  const { archivist, auditor, member1 } = room.people;
  for (const title of ["=1+1", "Второе"]) {
    expect(await announceTransfer(room.desk, archivist, announcementOf({ title }))).toMatchObject({
      ok: true,
    });
  }
  const rows = await taken(archivist);
  expect(rows).toMatchObject([
    { Заголовок: "Второе", Состояние: "объявлена", "Дел сосчитано": "", Разница: "" },
    { Заголовок: "=1+1" },
  ]);
  expect(rows.map((row) => Number(row["Дел по плану"])).every((files) => files > 0)).toBe(true);
  expect(rows[0]?.Адрес).toBe(`${home}transfers/${rows[0]?.["Id передачи"]}`);
  expect(await taken(auditor)).toEqual(rows);
  expect(await taken(auditor, { state: "accepted" })).toEqual([]);
  expect(await taken(member1, { state: "announced" })).toHaveLength(2);
  expect(await taken(archivist, { waiting: "me" })).toEqual([]);
});
