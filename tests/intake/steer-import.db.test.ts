import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { acceptProposal, steerImport } from "@/lib/intake/write";
import { one } from "./desk";
import { openImportDesk, refusal, type Opened } from "./import-desk";
import { importNow, send, workOff } from "./jobs";

let { connection, desk, archivist, colleague, propose, accept } = {} as Opened;
openImportDesk((opened) => ({ connection, desk, archivist, colleague, propose, accept } = opened));

describe("an import that is being worked on", () => {
  const list = (fonds: string, files: number) =>
    [
      "Архив;Фонд;Опись;Номер дела",
      ...Array.from({ length: files }, (_, nth) => `ЦГА;${fonds};1;${nth + 1}`),
    ].join("\n");
  const written = (fonds: string) =>
    one<{ n: number }>(
      connection,
      "select count(*)::int n from units where level = 'file' and ref_path like $1",
      `%Ф. ${fonds}. %`,
    );

  it("that waits is paused, goes on, and is laid aside when it is cancelled before anything is written", async () => {
    const id = await send(desk, archivist, Buffer.from(list("81", 3)), { name: "p.csv" });
    expect(await steerImport(desk, colleague, { id, wish: "pause" })).toMatchObject({ ok: true });
    await workOff(desk);
    expect(await importNow(connection, id)).toMatchObject({ state: "analysing" });
    await steerImport(desk, archivist, { id, wish: "resume" });
    await workOff(desk);
    expect(await importNow(connection, id)).toMatchObject({ state: "open" });
    expect(await steerImport(desk, archivist, { id, wish: "pause" })).toEqual(refusal("noJob"));

    const other = await send(desk, archivist, Buffer.from(list("82", 3)), { name: "q.csv" });
    await steerImport(desk, archivist, { id: other, wish: "cancel" });
    await workOff(desk);
    expect(await importNow(connection, other)).toMatchObject({ state: "dropped" });
  });

  it("that is cancelled half-way keeps what it has written, tells of it, and shows the rest", async () => {
    const { id, digest } = await propose(list("83", 1600), "half.csv");
    await acceptProposal(desk, archivist, { id, digest });
    const working = workOff(desk);
    let ended = false;
    void working.finally(() => (ended = true));
    while (!ended && (await written("83")).n === 0) await pause(2);
    await steerImport(desk, archivist, { id, wish: "cancel" });
    await working;
    const now = await importNow(connection, id);
    const { n } = await written("83");
    // It may have been too late for some.
    if (n < 1600)
      expect(now).toMatchObject({
        state: "open",
        summary: { counts: { file: { added: 1600 - n, unchanged: n } } },
      });
    const told = await one<{ files: number }>(
      connection,
      `select (convert_from(bytes, 'UTF8')::jsonb->'payload'->'counts'->>'file_added')::int files from events
       where act = 'imported' order by seq desc limit 1`,
    );
    expect(told.files).toBe(n);
    const counted = () =>
      one(connection, "select files_added::int n from import_proposals where id = $1", id);
    expect(await counted()).toEqual({ n });
    if (now.state === "open") await accept(archivist, { id, digest: now.summary!.digest });
    expect(await written("83")).toEqual({ n: 1600 });
    expect(await counted()).toEqual({ n: 1600 });
  });

  it("fails after some tries, under a number, and leaves nothing half-written", async () => {
    const { id, digest } = await propose(list("84", 3), "lost.csv");
    await acceptProposal(desk, archivist, { id, digest });
    await connection.pool.query("update jobs set trouble = 20 where import_id = $1 and state = 'waiting'", [
      id,
    ]);
    await workOff(desk);
    expect(await importNow(connection, id)).toMatchObject({ state: "open" });
    expect(await written("84")).toEqual({ n: 0 });
    const job = await one(
      connection,
      "select state, fault from jobs where import_id = $1 and kind = 'accept' and fault is not null",
      id,
    );
    expect(job).toMatchObject({ state: "failed", fault: expect.stringMatching(/^[0-9a-f-]{36}$/) });
    await accept(archivist, { id, digest });
    expect(await written("84")).toEqual({ n: 3 });
  });

  it("is told to its end in the name of who asked, though they hold no office any more", async () => {
    const { id, digest } = await propose(list("85", 1600), "left.csv");
    await acceptProposal(desk, archivist, { id, digest });
    const working = workOff(desk);
    while ((await written("85")).n === 0) await pause(2);
    await steerImport(desk, colleague, { id, wish: "pause" });
    await working;
    const { n } = await written("85");
    await connection.pool.query("update appointments set ended_at = now() where account_id = $1", [
      archivist.accountId,
    ]);
    await steerImport(desk, colleague, { id, wish: "cancel" });
    await workOff(desk);
    const told = await one<{ files: number; who: string; role: string }>(
      connection,
      `select (e->'payload'->'counts'->>'file_added')::int files, e->'actor'->>'id' who, e->'actor'->>'role' as role
       from (select seq, convert_from(bytes, 'UTF8')::jsonb e from events where act = 'imported') x order by seq desc limit 1`,
    );
    expect(told).toEqual({ files: n, who: archivist.accountId, role: "archivist" });
    expect((await importNow(connection, id)).state).toBe(n < 1600 ? "unreadable" : "accepted");
  }, 60_000);
});
