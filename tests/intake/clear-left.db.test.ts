import { access, mkdir, readdir, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, it } from "vitest";
import { deliveryRoot, placeOf, uploadRoot } from "@/lib/files/blobs";
import { clearLeft } from "@/lib/intake/clear-left";
import { placeOfUpload } from "@/lib/intake/receive";
import { beginImport, dropProposal } from "@/lib/intake/write";
import { openImportDesk, type Opened } from "./import-desk";
import { hashBytes, send, upload, workOff } from "./jobs";

let { desk, archivist, accept, propose } = {} as Opened;
openImportDesk((opened) => ({ desk, archivist, accept, propose } = opened));

const day = 24 * 3_600_000;
const table = (nth: number): Buffer => Buffer.from(`Архив;Фонд;Опись;Дело\nЦГА;71;1;${nth}\n`);
const clear = () => clearLeft(desk);

async function age(place: string, days: number): Promise<void> {
  const at = new Date(desk.clock().getTime() - days * day);
  await utimes(place, at, at);
}

const isThere = (place: string): Promise<boolean> =>
  access(place).then(
    () => true,
    () => false,
  );

it("an upload that nobody went on with is cleared away, and one that was touched since goes on", async () => {
  const left = await upload(archivist, table(1));
  const touched = await upload(archivist, table(2));
  for (const id of [left, touched])
    for (const name of [id, `${id}.json`]) await age(placeOfUpload(archivist, name), 8);
  await age(placeOfUpload(archivist, touched), 6);
  expect(await clear()).toBe(2);
  expect(await isThere(placeOfUpload(archivist, left))).toBe(false);
  const begin = (id: string, nth: number) =>
    beginImport(desk, archivist, { id, name: "list.csv", sha256: hashBytes(table(nth)) });
  expect(await begin(left, 1)).toMatchObject({ ok: false, refusals: [{ condition: "notArrived" }] });
  expect(await begin(touched, 2)).toMatchObject({ ok: true });
  await workOff(desk);
  // What was noted of it is of no use any more, and goes in its time.
  await age(placeOfUpload(archivist, `${touched}.json`), 8);
  expect(await clear()).toBe(1);
  expect(await readdir(path.join(uploadRoot(), archivist.accountId))).toEqual([]);
  expect(await clear()).toBe(0);
});

it("deliveries stay whatever their age, and what belongs to an import that is being read", async () => {
  const accepted = await propose(table(3), "accepted.csv");
  await accept(archivist, accepted);
  const declined = await propose(table(4), "declined.csv");
  await dropProposal(desk, archivist, declined.id);
  const reading = await send(desk, archivist, table(5), { name: "reading.csv" });
  const places = [3, 4, 5].map((nth) => placeOf(deliveryRoot(), hashBytes(table(nth))));
  const beside = [accepted.id, declined.id, reading].map((id, at) => `${places[at]}.${id}`);
  for (const place of beside) {
    await mkdir(path.dirname(place), { recursive: true });
    await writeFile(place, "half of a sheet");
  }
  for (const place of [...places, ...beside]) await age(place, 30);
  await age(beside[1]!, 1);
  expect(await clear()).toBe(1);
  expect(await Promise.all(beside.map(isThere))).toEqual([false, true, true]);
  expect(await Promise.all(places.map(isThere))).toEqual([true, true, true]);
  await workOff(desk);
  await age(beside[2]!, 30);
  expect(await clear()).toBe(1);
});
