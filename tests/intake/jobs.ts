import { createHash } from "node:crypto";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect } from "vitest";
import type { Desk } from "@/lib/intake/accept";
import { receiveUpload } from "@/lib/intake/receive";
import type { Problem, Reading, Summary } from "@/lib/intake/view";
import { intakeWorks } from "@/lib/intake/work";
import { beginImport } from "@/lib/intake/write";
import { JobNews } from "@/lib/jobs/news";
import { runJobs } from "@/lib/jobs/run-jobs";
import type { Actor } from "@/lib/law/actor";
import type { Connection } from "@/lib/store/client";
import { loadProposal } from "@/lib/store/intake";

/** Where files that are sent lie for the length of a test file. */
export function ownDataFolder(): void {
  let folder: string;
  let before: string | undefined;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "aqtalu-intake-"));
    before = process.env.AQTALU_DATA;
    process.env.AQTALU_DATA = folder;
    await mkdir(path.join(folder, "uploads"));
  });
  afterAll(async () => {
    process.env.AQTALU_DATA = before;
    await rm(folder, { recursive: true });
  });
}

const tus = { "Tus-Resumable": "1.0.0" };

/** Sends a file as the browser does, in pieces; gives the id of the upload. */
export async function upload(actor: Actor, bytes: Uint8Array, pieces = 2): Promise<string> {
  const address = "http://aqtalu.test/api/upload/intake";
  const created = await receiveUpload(
    actor,
    new Request(address, { method: "POST", headers: { ...tus, "Upload-Length": String(bytes.length) } }),
  );
  expect(created?.status).toBe(201);
  const id = created!.headers.get("location")!.split("/").at(-1)!;
  const step = Math.max(1, Math.ceil(bytes.length / pieces));
  for (let at = 0; at < bytes.length; at += step) {
    const headers = {
      ...tus,
      "Upload-Offset": String(at),
      "Content-Type": "application/offset+octet-stream",
    };
    const body = Buffer.from(bytes.subarray(at, at + step));
    const sent = await receiveUpload(
      actor,
      new Request(`${address}/${id}`, { method: "PATCH", headers, body }),
    );
    expect(sent?.status).toBe(204);
  }
  return id;
}

export const hashBytes = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

type Sending = Partial<Reading> & { name: string };

/** Sends a file and has it begun; the jobs have not run yet. */
export async function send(
  desk: Desk,
  actor: Actor,
  bytes: Uint8Array,
  { name, ...asked }: Sending,
): Promise<string> {
  const id = await upload(actor, bytes);
  const begun = await beginImport(desk, actor, { id, name, sha256: hashBytes(bytes), ...asked });
  expect(begun).toEqual({ ok: true, value: { id, state: "analysing" } });
  return id;
}

/** Does all jobs that wait. */
export async function workOff(desk: Desk): Promise<void> {
  const leaving = new AbortController();
  const news = new JobNews();
  const idle = setInterval(() => {
    void desk.pool
      .query("select 1 from jobs where state in ('waiting', 'running') limit 1")
      .then(({ rows }) => rows.length === 0 && leaving.abort());
  }, 20);
  try {
    await runJobs(desk.pool, intakeWorks(desk), { signal: leaving.signal, news });
  } finally {
    clearInterval(idle);
  }
}

export const importNow = ({ pool }: Pick<Connection, "pool">, id: string) =>
  loadProposal<Summary, Problem>(pool, id);
