import { describe, expect, it } from "vitest";
import { receiveUpload } from "@/lib/intake/receive";
import { acceptProposal, beginImport, dropProposal, rereadProposal, steerImport } from "@/lib/intake/write";
import { findProposal, listProposals } from "@/lib/store/intake";
import { bodies } from "../support/people";
import { everything, one } from "./desk";
import { wrap } from "./finding-aids";
import { openImportDesk, refusal, type Opened } from "./import-desk";
import { hashBytes, importNow, send, upload, workOff } from "./jobs";

let { connection, desk, archivist, colleague, expert, propose, accept } = {} as Opened;
openImportDesk((opened) => ({ connection, desk, archivist, colleague, expert, propose, accept } = opened));

const every = new TextDecoder("windows-1251").decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
const russian = new Map([...every].map((letter, byte) => [letter, byte]));

const untouched = async () => ({ ...(await everything(connection)), events: null });

describe("a proposal", () => {
  it("is kept with its differences, writes nothing and is seen by the archivists of that archive alone", async () => {
    const before = await untouched();
    const { id, summary } = await propose(wrap("<c/><c/>", "kept"));
    expect(summary.counts.unit).toMatchObject({ added: 3 });
    expect(await untouched()).toEqual(before);
    expect(await findProposal(connection.pool, colleague.accountId, id)).toMatchObject({ id, state: "open" });
    expect(await findProposal(connection.pool, expert.accountId, id)).toBeNull();
    expect((await listProposals(connection.pool, archivist.accountId, 10)).map((row) => row.id)).toContain(
      id,
    );
  });

  it("is not there for whoever is no archivist", async () => {
    const bytes = Buffer.from(wrap("<c/>", "x"));
    const sent = { id: await upload(archivist, bytes), name: "x.xml", sha256: hashBytes(bytes) };
    expect(await receiveUpload(expert, new Request("http://aqtalu.test/api/upload/intake"))).toBeNull();
    expect(await beginImport(desk, expert, sent)).toEqual(refusal("gone"));
    const { id, digest } = await propose(wrap("<c/>", "theirs"));
    expect(await acceptProposal(desk, expert, { id, digest })).toEqual(refusal("gone"));
    expect(await dropProposal(desk, expert, id)).toEqual(refusal("gone"));
    expect(await steerImport(desk, expert, { id, wish: "pause" })).toEqual(refusal("gone"));
    expect(await accept(archivist, { id, digest })).toMatchObject({ state: "accepted" });
  });

  it("of a file in error says what is wrong where, and is laid aside or read again", async () => {
    const id = await send(desk, archivist, Buffer.from(wrap("<c>").slice(0, -30)), { name: "aid.xml" });
    await workOff(desk);
    expect(await importNow(connection, id)).toMatchObject({
      state: "unreadable",
      summary: null,
      problem: { code: "truncated", place: { kind: "line" } },
    });
    expect(await acceptProposal(desk, archivist, { id, digest: "0".repeat(64) })).toEqual(refusal("gone"));
    expect(await rereadProposal(desk, archivist, { id })).toMatchObject({ ok: true });
    await workOff(desk);
    expect(await importNow(connection, id)).toMatchObject({ state: "unreadable" });
    expect(await dropProposal(desk, archivist, id)).toMatchObject({ ok: true });
  });

  it("begins once the file has arrived whole, as it was sent, and once however often it is begun", async () => {
    const bytes = Buffer.from(wrap("<c/>", "sent"));
    const [id, sha256] = [await upload(archivist, bytes), hashBytes(bytes)];
    const sent = { id, name: "sent.xml", sha256 };
    expect(await beginImport(desk, colleague, sent)).toEqual(refusal("notArrived"));
    const answers = [await beginImport(desk, archivist, sent), await beginImport(desk, archivist, sent)];
    expect(answers).toEqual(answers.map(() => ({ ok: true, value: { id, state: "analysing" } })));
    expect(await one(connection, "select count(*)::int n from jobs where import_id = $1", id)).toEqual({
      n: 1,
    });
    await workOff(desk);

    const other = { ...sent, id: await upload(archivist, bytes), sha256: "0".repeat(64) };
    expect(await beginImport(desk, archivist, other)).toEqual(refusal("damaged"));
    expect(await beginImport(desk, archivist, { ...other, sha256 })).toEqual(refusal("notArrived"));
  });
});

describe("accepting", () => {
  it("writes once under the archivist's name and archive, however often it is sent", async () => {
    const { id, digest } = await propose(wrap('<c level="file"/>', "once"));
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => acceptProposal(desk, archivist, { id, digest })),
    );
    expect(answers).toEqual(answers.map(() => ({ ok: true, value: { id, state: "accepting" } })));
    await workOff(desk);
    expect(await acceptProposal(desk, archivist, { id, digest })).toEqual({
      ok: true,
      value: { id, state: "accepted" },
    });
    expect(
      await one(
        connection,
        "select count(*)::int n, min(body_id::text) body from units where source = 'ead:once'",
      ),
    ).toEqual({ n: 2, body: bodies.archive });
    const { actor } = await one<{ actor: Record<string, unknown> }>(
      connection,
      "select convert_from(bytes, 'UTF8')::jsonb->'actor' actor from events where act = 'imported' order by seq desc limit 1",
    );
    expect(actor).toMatchObject({ id: archivist.accountId, role: "archivist", body: bodies.archive });
  });

  it("of a finding aid leaves all out when the database has changed since, and shows what is so now", async () => {
    const late = await propose(wrap("<c/><c/>", "late"));
    const first = await propose(wrap("<c/>", "late"));
    expect(await accept(colleague, first)).toMatchObject({ state: "accepted" });
    const before = await untouched();
    const now = await accept(archivist, late);
    expect(now).toMatchObject({ state: "open", left_out: 1 });
    expect(await untouched()).toEqual(before);
    expect(now.summary!.counts.unit).toMatchObject({ added: 1, unchanged: 2 });
    expect(await acceptProposal(desk, archivist, late)).toEqual(refusal("stale"));
    const { digest } = now.summary!;
    expect(await accept(archivist, { id: late.id, digest })).toMatchObject({
      state: "accepted",
      left_out: 0,
    });
  });

  it("of a table takes what still stands, and compares the rest anew", async () => {
    const table = (title: string) => `Архив,Фонд,Опись,Номер дела,Заголовок дела\nЦГА,77,1,1,${title}\n`;
    await accept(archivist, await propose(table("Первое"), "a.csv"));
    const late = await propose(table("Третье"), "b.csv");
    await accept(colleague, await propose(table("Второе"), "c.csv"));
    const now = await accept(archivist, late);
    expect(now).toMatchObject({ state: "open", left_out: 1 });
    expect(now.summary!.changed[0]).toMatchObject({ changes: [{ before: "Второе", after: "Третье" }] });
    await accept(archivist, { id: late.id, digest: now.summary!.digest });
    expect(
      await one(connection, "select title from units where level = 'file' and title = 'Третье'"),
    ).toEqual({
      title: "Третье",
    });
  });

  it("what was laid aside is not accepted afterwards, and what was accepted is not laid aside", async () => {
    const aside = await propose(wrap("<c/>", "aside"));
    expect(await dropProposal(desk, archivist, aside.id)).toMatchObject({ ok: true });
    expect(await dropProposal(desk, archivist, aside.id)).toMatchObject({ ok: true });
    expect(await acceptProposal(desk, archivist, aside)).toEqual(refusal("gone"));
    expect(await one(connection, "select count(*)::int n from units where source = 'ead:aside'")).toEqual({
      n: 0,
    });
    const taken = await propose(wrap("<c/>", "taken"));
    await accept(archivist, taken);
    expect(await dropProposal(desk, archivist, taken.id)).toEqual(refusal("gone"));
  });
});

describe("a table that was read in the wrong way", () => {
  const text = "Архив;Фонд;Опись;Номер дела;Заголовок дела\nЦГА;9;1;1;Қонысы\n";
  const bytes = Buffer.from([...text].map((letter) => russian.get(letter) ?? 0x3f));

  it("is read again as its archivist says, and accepted as it was then shown", async () => {
    const id = await send(desk, archivist, bytes, { name: "list.csv", encoding: "windows-1251" });
    await workOff(desk);
    const now = () => importNow(connection, id);
    expect((await now()).summary!.reading).toEqual({ encoding: "windows-1251", separator: "semicolon" });

    await rereadProposal(desk, archivist, { id, encoding: "utf-8", separator: "semicolon" });
    await workOff(desk);
    expect(await now()).toMatchObject({
      state: "unreadable",
      problem: { code: "encoding", place: { kind: "line", line: 1 } },
    });
    const again = { id, encoding: "windows-1251", separator: "semicolon" } as const;
    expect(await rereadProposal(desk, expert, again)).toEqual(refusal("gone"));
    expect(await rereadProposal(desk, archivist, again)).toMatchObject({
      ok: true,
      value: { state: "analysing" },
    });
    await workOff(desk);
    await accept(archivist, { id, digest: (await now()).summary!.digest });
    expect(
      await one(connection, "select title from units where ref_key like '%цга%9%' and level = 'file'"),
    ).toEqual({
      title: "?онысы",
    });
    expect(await rereadProposal(desk, archivist, again)).toEqual(refusal("gone"));
  });
});
