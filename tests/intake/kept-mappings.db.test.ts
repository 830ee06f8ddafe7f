import { expect, it } from "vitest";
import type { Column } from "@/lib/intake/columns";
import { forgetMapping, readMappings } from "@/lib/intake/kept-mappings";
import { mapProposal } from "@/lib/intake/write";
import type { Actor } from "@/lib/law/actor";
import { newId } from "@/lib/store/id";
import { person } from "../support/people";
import { openImportDesk, refusal, type Opened } from "./import-desk";
import { importNow, send, workOff } from "./jobs";

let { connection, desk, archivist, colleague, expert, propose, accept } = {} as Opened;
openImportDesk((opened) => ({ connection, desk, archivist, colleague, expert, propose, accept } = opened));

const columns: (Column | null)[] = ["archive", "fonds", "inventory", "fileNumber", null];
const list = (fonds: number, of: string): string => `Хранилище;Ф-д;Оп-сь;Шифр;${of}\nЦГА;${fonds};1;1;x\n`;
const read = (actor: Actor) => readMappings(actor, connection.pool);

/** A table whose heading is known to nobody, read under a name. */
async function keep(name: string, of: string, by = archivist): Promise<string> {
  const id = await send(desk, by, Buffer.from(list(50, of)), { name: "list.csv" });
  await workOff(desk);
  expect(await mapProposal(desk, by, { id, name, columns })).toMatchObject({ ok: true });
  await workOff(desk);
  return id;
}

it("an archive sees its mappings by name, with who kept them; another has none of them", async () => {
  await keep("Реестр", "Цвет");
  await keep("Опись", "Запах", colleague);
  const seen = await read(colleague);
  expect(seen).toMatchObject([
    { name: "Опись", savedBy: "colleague", columns: 5, read: 4 },
    { name: "Реестр", savedBy: "archivist", columns: 5, read: 4, savedAt: "2026-03-01T05:00:00.000Z" },
  ]);
  const other = await person(connection, "stranger", "archivist", "office");
  expect(await read(other)).toEqual([]);
  expect(await read(expert)).toBeNull();
  const { id } = seen![0]!;
  expect(await forgetMapping(desk, other, id)).toEqual(refusal("mappingGone"));
  expect(await forgetMapping(desk, other, newId())).toEqual(refusal("mappingGone"));
  expect(await forgetMapping(desk, expert, id)).toEqual(refusal("heldRole"));
  expect(await read(archivist)).toEqual(seen);
  expect(await forgetMapping(desk, archivist, id)).toEqual({ ok: true, value: { id } });
  expect(await forgetMapping(desk, archivist, id)).toEqual(refusal("mappingGone"));
  expect(await read(archivist)).toEqual([seen![1]]);
});

it("an import that was read by one that is deleted is taken in as it was shown; the next one is asked about", async () => {
  const told = await keep("Список", "Вкус");
  const byItself = await propose(list(51, "Вкус"), "next.csv");
  expect(byItself.summary.mapping!.name).toBe("Список");
  const waiting = await send(desk, archivist, Buffer.from(list(52, "Вкус")), { name: "waiting.csv" });
  const [kept] = (await read(archivist))!.filter(({ name }) => name === "Список");
  expect(await forgetMapping(desk, archivist, kept!.id)).toMatchObject({ ok: true });
  await workOff(desk);
  const asked = { state: "unreadable", problem: { code: "unknownHeading" } };
  expect(await importNow(connection, waiting)).toMatchObject(asked);
  // What was set down is lost in a crash and understood again as it was.
  await connection.pool.query("delete from import_rows where import_id = $1", [byItself.id]);
  expect(await accept(archivist, byItself)).toMatchObject({
    ...{ state: "accepted", summary: { counts: { file: { added: 1 } }, mapping: { name: "Список" } } },
  });
  expect((await importNow(connection, told)).summary!.mapping!.name).toBe("Список");
});

it("may be deleted while an import that was told its columns is being read", async () => {
  const id = await send(desk, archivist, Buffer.from(list(53, "Звук")), { name: "list.csv" });
  await workOff(desk);
  await mapProposal(desk, archivist, { id, name: "Звуки", columns });
  const [kept] = (await read(archivist))!.filter(({ name }) => name === "Звуки");
  await forgetMapping(desk, archivist, kept!.id);
  await workOff(desk);
  expect(await importNow(connection, id)).toMatchObject({
    ...{ state: "open", summary: { mapping: { name: "Звуки" }, counts: { file: { added: 1 } } } },
  });
});
