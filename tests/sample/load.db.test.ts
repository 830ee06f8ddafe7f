import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { actorOfAccount } from "@/lib/auth/actor";
import { matchesPassword } from "@/lib/auth/password";
import { dayOf } from "@/lib/clock";
import { readBlob } from "@/lib/files/blobs";
import type { Actor } from "@/lib/law/actor";
import { openSteps, outcomes, stages } from "@/lib/law/words";
import { readBacklog } from "@/lib/cases/read-queue";
import { connect, type Connection } from "@/lib/store/client";
import { loadQueue } from "@/lib/store/queue";
import { loadReach } from "@/lib/store/reach";
import { readFiles } from "@/lib/units/read";
import { loadSample, type SampleAccount } from "@/prisma/sample/load";
import { canType } from "@/prisma/sample/typewriter";
import { freshDatabase, type TestDatabase } from "@/tests/support/database";
import { sealAndCheck } from "@/tests/support/ledger";

let base: TestDatabase;
let db: Connection;
let data: string;
let accounts: SampleAccount[];
const typed = await canType();
const today = dayOf(new Date());
const load = () => {
  const passwords = (login: string): string => `a long password of ${login}`;
  return loadSample({ owner: base.ownerUrl, app: base.appUrl, passwords, log: () => undefined });
};

beforeAll(async () => {
  data = await mkdtemp(path.join(tmpdir(), "aqtalu-sample-"));
  process.env.AQTALU_DATA = data;
  base = await freshDatabase();
  db = connect(base.appUrl);
  ({ accounts } = await load());
}, 600_000);
afterAll(async () => {
  await db.close();
  await base.drop();
  await rm(data, { recursive: true, force: true });
});

const list = async (sql: string): Promise<string[]> =>
  (await db.pool.query<{ word: string }>(sql)).rows.map((row) => row.word);
const number = async (sql: string): Promise<number> =>
  (await db.pool.query<{ n: number }>(`select (${sql})::int as n`)).rows[0]!.n;

async function actorNamed(login: string): Promise<Actor> {
  const { id } = await db.prisma.accounts.findUniqueOrThrow({ where: { login } });
  return actorOfAccount(db.pool, id, today);
}
const queueOf = async (actor: Actor) => loadQueue(db.pool, actor, await loadReach(db.pool, actor), today);

describe("the sample archive", () => {
  test("has about 300 files and 400 cases, one list of 300 and one file of forty accused", async () => {
    expect(await number("select count(*) from files")).toBeGreaterThan(280);
    const cases = await number("select count(*) from cases");
    expect(cases).toBeGreaterThan(400);
    expect(cases).toBeLessThan(550);
    const perFile = "select count(*) n from case_files group by file_id order by n desc";
    expect(await number(`select n from (${perFile}) one limit 1`)).toBe(300);
    expect(await number(`select n from (${perFile}) one offset 1 limit 1`)).toBe(40);
  });

  test("never was secret for four files of five", async () => {
    const ungraded = await number("select count(*) from files where grade is null");
    expect(ungraded / (await number("select count(*) from files"))).toBeGreaterThan(0.7);
  });

  test("is keyed as an import keys it: a reference typed in any style leads to its one file", async () => {
    const archivist = await actorNamed("archivist1");
    const source = { pool: db.pool, tx: db.prisma };
    for (const typed of ["ЦАПР. Ф. 1. Оп. 2. Д. П-7920", "цапр ф.1 оп.2 д. п7920"]) {
      const { rows } = await readFiles(archivist, { q: typed }, source);
      expect(rows.map((row) => row.refPath)).toEqual(["ЦАПР. Ф. 1. Оп. 2. Д. П-7920"]);
    }
  });

  test("shows every stage, step and outcome that can be reached", async () => {
    expect(await list("select distinct stage as word from cases")).toEqual(
      expect.arrayContaining([...stages]),
    );
    expect(await list("select distinct step as word from proceedings")).toEqual(
      expect.arrayContaining([...openSteps, "granted", "refused", "withdrawn"]),
    );
    expect(await list("select distinct outcome as word from cases where outcome is not null")).toEqual(
      expect.arrayContaining([...outcomes]),
    );
    expect(await list("select distinct standing as word from files")).toHaveLength(3);
  });

  test.each([
    ["a person repressed twice", "select count(*) from (select from cases group by person_id having count(*) > 1) p"],
    ["a case with three files", "select count(*) from (select from case_files group by case_id having count(*) > 2) c"],
    ["two required files", "select count(*) from (select from case_files where bond = 'required' group by case_id having count(*) = 2) c"],
    ["kept spans", "select count(*) from spans where owner_answer = 'keep'"],
    ["closed spans", "select count(*) from spans where access = 'closed'"],
    ["a certificate in place of a kept file", "select count(*) from materials where certificate"],
    ["an owner without a representative", "select count(*) from proceedings p join file_owners o using (file_id) where p.step = 'owners' and not exists (select from appointments a where a.body_id = o.agency_id and a.confirmed_at is not null)"],
    ["a recused regional chair", "select count(*) from proceedings p join conflict_answers a using (case_id) join accounts c on c.id = a.account_id where p.step = 'regional' and c.login = 'regional' and a.answer = 'conflict'"],
    ["a return", "select count(*) from returns"],
    ["a deferral", "select count(*) from proceedings where deferred_until is not null"],
    ["an open question", "select count(*) from questions where answer is null"],
    ["an open objection", "select count(*) from objections where answer is null"],
    ["a correction applied", "select count(*) from corrections where applied_at is not null"],
    ["a correction waiting", "select count(*) from corrections where applied_at is null"],
    ["a reopened refusal", "select count(*) from decisions where end_reason = 'reopened'"],
    ["a deputy who signed for an absent chair", "select count(*) from signatures where deputy_for = 'absent'"],
    ["signatures voided by recusal, return and edit", "select case when count(distinct void_reason) >= 3 then 1 else 0 end from signatures"],
    ["refused attempts", "select count(*) from events where refused"],
    ["closed sheets read for a purpose", "select count(*) from events where act = 'read_closed_sheet' and not refused"],
    ["uncertain dates", "select count(*) from cases where date_edtf like '[%' or date_edtf like '%/%' or date_edtf like '%~%'"],
    ["source spellings", "select count(*) from person_names where kind = 'source' and script = 'ru'"],
    ["Latin forms", "select count(*) from person_names where script = 'latin'"],
    ["a common finding", "select count(*) from finding_versions where common_version_id is not null"],
    ["quotations with a translation and a reliability mark", "select count(*) from citations where translation <> '' and reliability is not null"],
    ["an application", "select count(*) from applications"],
    ["transfers announced, checked, accepted and returned", "select case when count(distinct state) = 4 then 1 else 0 end from transfers"],
  ])("holds %s", async (_what, sql) => {
    expect(await number(sql)).toBeGreaterThan(0);
  }); // prettier-ignore

  test("gives every person of the cast an account with their password, and work that waits", async () => {
    expect(accounts).toHaveLength(23);
    for (const { login, role, password } of accounts) {
      const actor = await actorNamed(login);
      const { total, conflicts } = await queueOf(actor);
      const backlog = await readBacklog(db.pool, actor, await loadReach(db.pool, actor));
      const begin = Object.values(backlog).reduce((sum, count) => sum + count, 0);
      // Auditors decide nothing: what they read is the history.
      const entries = role === "auditor" ? await db.prisma.events.count() : 0;
      expect(total + conflicts + begin + entries, login).toBeGreaterThan(0);
      expect(password).toBe(`a long password of ${login}`);
    }
    const { password_hash } = await db.prisma.accounts.findUniqueOrThrow({ where: { login: "chair" } });
    expect(await matchesPassword(password_hash, "a long password of chair")).toBe(true);
  });

  test("lets a member sign 200 cases by register, and the chair some after two members", async () => {
    for (const login of ["member1", "member2", "member3", "member4"]) {
      const { registers } = await queueOf(await actorNamed(login));
      expect(registers).toContainEqual(
        expect.objectContaining({ what: "sign", kind: "rehabilitation", step: "signing", outcome: "full" }),
      );
      expect(Math.max(...registers.map((one) => one.count)), login).toBeGreaterThanOrEqual(200);
    }
    const { registers } = await queueOf(await actorNamed("chair"));
    expect(Math.max(...registers.map((one) => one.count))).toBeGreaterThanOrEqual(20);
    expect((await queueOf(await actorNamed("member5"))).conflicts).toBeGreaterThan(100);
  });

  test("is told by its history alone, in order of time, all of it marked as sample", async () => {
    const verdict = await sealAndCheck(db);
    expect(verdict.faults).toEqual([]);
    expect(await number("select count(*) from events where not sample")).toBe(0);
    const backwards = "select at < lag(at) over (order by seq) back from events";
    expect(await number(`select count(*) from (${backwards}) e where back`)).toBe(0);
    expect(await number("select count(*) from events where at > now()")).toBe(0);
  });

  test.runIf(typed)("has page images of open sheets, each in the store under its hash", async () => {
    const images = await db.prisma.sheet_images.findMany({ select: { sha256: true, bytes: true } });
    expect(images.length).toBeGreaterThan(24);
    for (const { sha256, bytes } of images) expect((await readBlob(sha256))?.length).toBe(bytes);
    const secret =
      "select count(*) from sheet_images i join spans s using (file_id) where i.position between s.from_pos and s.to_pos and s.owner_answer = 'keep'";
    expect(await number(secret)).toBe(0);
  });

  test("is not loaded twice", async () => {
    const before = await db.prisma.events.count();
    await expect(load()).rejects.toThrow("empty database");
    expect(await db.prisma.events.count()).toBe(before);
  });
});
