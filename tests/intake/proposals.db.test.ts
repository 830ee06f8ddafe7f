import { readRejects } from "@/lib/intake/rejects";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  acceptProposal,
  dropProposal,
  keepProposal,
  rereadProposal,
  type IntakeDesk,
} from "@/lib/intake/write";
import type { Summary } from "@/lib/intake/view";
import type { Actor } from "@/lib/law/actor";
import { connect, type Connection } from "@/lib/store/client";
import { findProposal, listProposals } from "@/lib/store/intake";
import { freshDatabase, type TestDatabase } from "../support/database";
import { bodies, person, seedBodies } from "../support/people";
import { clock, everything, fileOf, one } from "./desk";
import { wrap } from "./finding-aids";

let database: TestDatabase;
let connection: Connection;
let desk: IntakeDesk;
let archivist: Actor;
let colleague: Actor;
let expert: Actor;

beforeAll(async () => {
  database = await freshDatabase();
  connection = connect(database.appUrl);
  desk = { prisma: connection.prisma, pool: connection.pool, clock };
  await seedBodies(connection);
  archivist = await person(connection, "archivist", "archivist", "archive");
  colleague = await person(connection, "colleague", "archivist", "archive");
  expert = await person(connection, "expert", "expert", "group");
});
afterAll(async () => {
  await connection.close();
  await database.drop();
});

async function propose(
  source: string,
  actor = archivist,
): Promise<{ id: string; digest: string; summary: Summary }> {
  const kept = await keepProposal(desk, actor, fileOf(source, "aid.xml"));
  if (!kept?.ok) throw new Error(JSON.stringify(kept));
  const { id } = kept.value;
  const summary = (await findProposal(connection.pool, actor.accountId, id))!.summary as Summary;
  return { id, digest: summary.digest, summary };
}

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
    expect(await keepProposal(desk, expert, fileOf(wrap("<c/>", "x")))).toBeNull();
    const { id, digest } = await propose(wrap("<c/>", "theirs"));
    const gone = { ok: false, kind: "refusal", refusals: [{ condition: "gone" }] };
    expect(await acceptProposal(desk, expert, { id, digest })).toEqual(gone);
    expect(await dropProposal(desk, expert, id)).toEqual(gone);
    expect(await acceptProposal(desk, archivist, { id, digest })).toMatchObject({ ok: true });
  });

  it("of a file in error is none", async () => {
    expect(await keepProposal(desk, archivist, fileOf(wrap("<c>").slice(0, -30)))).toMatchObject({
      ok: false,
      problem: { code: "truncated" },
    });
  });
});

describe("accepting", () => {
  it("writes once under the archivist's name and archive, however often it is sent", async () => {
    const { id, digest } = await propose(wrap('<c level="file"/>', "once"));
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => acceptProposal(desk, archivist, { id, digest })),
    );
    expect(answers).toEqual(answers.map(() => ({ ok: true, value: { state: "accepted" } })));
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
    expect(await findProposal(connection.pool, archivist.accountId, id)).toMatchObject({ state: "accepted" });
  });

  it("is refused when the database has changed since, and shows what is so now", async () => {
    const late = await propose(wrap("<c/><c/>", "late"));
    const first = await propose(wrap("<c/>", "late"));
    expect(await acceptProposal(desk, colleague, first)).toMatchObject({ ok: true });
    const before = await untouched();
    const refused = { ok: false, kind: "refusal", refusals: [{ condition: "stale" }] };
    expect(await acceptProposal(desk, archivist, late)).toEqual(refused);
    expect(await untouched()).toEqual(before);
    const now = (await findProposal(connection.pool, archivist.accountId, late.id))!.summary as Summary;
    expect(now.counts.unit).toMatchObject({ added: 1, unchanged: 2 });
    expect(await acceptProposal(desk, archivist, late)).toEqual(refused);
    expect(await acceptProposal(desk, archivist, { id: late.id, digest: now.digest })).toMatchObject({
      ok: true,
    });
  });

  it("what was laid aside is not accepted afterwards, and what was accepted is not laid aside", async () => {
    const aside = await propose(wrap("<c/>", "aside"));
    expect(await dropProposal(desk, archivist, aside.id)).toMatchObject({ ok: true });
    expect(await dropProposal(desk, archivist, aside.id)).toMatchObject({ ok: true });
    expect(await acceptProposal(desk, archivist, aside)).toMatchObject({ refusals: [{ condition: "gone" }] });
    expect(await one(connection, "select count(*)::int n from units where source = 'ead:aside'")).toEqual({
      n: 0,
    });
    const taken = await propose(wrap("<c/>", "taken"));
    await acceptProposal(desk, archivist, taken);
    expect(await dropProposal(desk, archivist, taken.id)).toMatchObject({
      refusals: [{ condition: "gone" }],
    });
  });
});

describe("a table that was read in the wrong way", () => {
  const text = "Архив;Фонд;Опись;Номер дела;Заголовок дела\nЦГА;9;1;1;Қонысы\n";
  const bytes = Buffer.from([...text].map((letter) => russian.get(letter) ?? 0x3f));

  it("is read again as its archivist says, and accepted as it was then shown", async () => {
    const kept = await keepProposal(desk, archivist, {
      name: "list.csv",
      bytes,
      reading: { encoding: "windows-1251" },
    });
    if (!kept?.ok) throw new Error(JSON.stringify(kept));
    const { id } = kept.value;
    const shown = async () =>
      (await findProposal(connection.pool, archivist.accountId, id))!.summary as Summary;
    expect((await shown()).reading).toEqual({ encoding: "windows-1251", separator: "semicolon" });

    const refused = await rereadProposal(desk, archivist, { id, encoding: "utf-8", separator: "semicolon" });
    expect(refused).toMatchObject({
      ok: false,
      refusals: [
        { condition: "unreadable", problem: { code: "encoding", place: { kind: "line", line: 1 } } },
      ],
    });
    expect((await shown()).reading!.encoding).toBe("windows-1251");
    for (const stranger of [expert]) {
      expect(await rereadProposal(desk, stranger, { id, encoding: "utf-8" })).toMatchObject({
        refusals: [{ condition: "gone" }],
      });
    }
    const again = { id, encoding: "windows-1251", separator: "semicolon" } as const;
    expect(await rereadProposal(desk, archivist, again)).toMatchObject({
      ok: true,
      value: { state: "open" },
    });
    const { digest } = await shown();
    expect(await acceptProposal(desk, archivist, { id, digest })).toMatchObject({ ok: true });
    expect(
      await one(connection, "select title from units where ref_key like '%цга%' and level = 'file'"),
    ).toEqual({
      title: "?онысы",
    });
    expect(await rereadProposal(desk, archivist, again)).toMatchObject({ refusals: [{ condition: "gone" }] });
  });
});

describe("what a table turns down", () => {
  const lines = Array.from({ length: 520 }, (_, nth) => `ЦГА;9;2;${nth + 1};сто`);
  const text = ["Архив;Фонд;Опись;Номер дела;Листы", ...lines, "ЦГА;9;2;1000;=1+1"].join("\n");

  it("is given whole, more than is shown, in the reader's words, to archivists of that archive alone", async () => {
    const kept = await keepProposal(desk, archivist, fileOf(text, "list.csv"));
    if (!kept?.ok) throw new Error(JSON.stringify(kept));
    const { id } = kept.value;
    const held = (await findProposal(connection.pool, archivist.accountId, id))!.summary as Summary;
    expect([held.problems.length, held.problemCount]).toEqual([500, 521]);
    const rejects = await readRejects(desk, { ...colleague, locale: "ru" }, id);
    const rows = parse<Record<string, string>>(rejects!.csv, { bom: true, columns: true });
    expect(rows).toHaveLength(521);
    expect(rows[0]).toMatchObject({ Строка: "2", Столбец: "Листы", Код: "badSheets" });
    expect(rows[520]!.Строка).toBe("522");
    expect(await readRejects(desk, expert, id)).toBeNull();
    await dropProposal(desk, archivist, id);
    expect(await readRejects(desk, archivist, id)).toBeNull();
  });
});
