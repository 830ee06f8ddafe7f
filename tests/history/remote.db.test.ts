import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { execFile } from "node:child_process";
import { afterAll, beforeAll, expect, test } from "vitest";
import { directoryKeeper, keptKey } from "@/lib/history/keeper";
import { openKeepers, readKeeperSettings } from "@/lib/history/keepers";
import { witnessServer } from "@/lib/history/witness-server";
import { printRequest } from "@/lib/ledger/keeper";
import { parseVerifierKey, printVerifierKey } from "@/lib/ledger/keys";
import { connect, type Connection } from "@/lib/store/client";
import { append } from "@/lib/store/events";
import { freshDatabase, type TestDatabase } from "@/tests/support/database";
import { check, draft, seal } from "@/tests/support/ledger";

let base: TestDatabase;
let db: Connection;
let folder: string;

beforeAll(async () => {
  [base, folder] = [await freshDatabase(), await mkdtemp(path.join(tmpdir(), "aqtalu-remote-"))];
  db = connect(base.appUrl);
});
afterAll(async () => {
  await db.close();
  await base.drop();
  await rm(folder, { recursive: true });
});

const write = (about: string) => append(db.prisma, [draft(about)]);
const signHead = [process.execPath, "--import", "tsx", "scripts/aqtalu.ts", "sign-head", "--dir"];

test("a signer in a process of its own and a witness over HTTP sign what goes on, and nothing else", async () => {
  const signerHome = path.join(folder, "signer");
  const [node, ...words] = [...signHead, signerHome];
  const made = await promisify(execFile)(node, [...words, "--name", "aqtalu.test/history"]);
  const logKey = parseVerifierKey(made.stdout);
  const witnessKey = await keptKey(path.join(folder, "far"), "witness", "far.example");
  const witness = directoryKeeper(path.join(folder, "far"), witnessKey, logKey);
  const server = witnessServer(witness).listen(0);
  await once(server, "listening");
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    const keepers = await openKeepers(
      readKeeperSettings({
        AQTALU_DATA: folder,
        AQTALU_LOG_SIGNER: [...signHead, signerHome].join(" "),
        AQTALU_LOG_PUBLIC: made.stdout,
        AQTALU_WITNESSES: `${address} ${printVerifierKey(witnessKey)}`,
      }),
    );
    for (const about of ["first", "second"]) {
      await write(about);
      await seal(db, keepers);
    }
    expect(await check(db, keepers)).toMatchObject({ faults: [], proven: 2 });
    const kept = await readFile(path.join(folder, "far", "witness.checkpoint"), "utf8");
    expect(kept).toContain("— aqtalu.test/history ");
    expect(kept).toContain("— far.example ");

    const post = (body: string, to = "add-checkpoint") => fetch(`${address}/${to}`, { method: "POST", body });
    const asked = (text: string, older: number) => printRequest({ older, proof: [], text });
    expect((await post(asked(kept, 2))).status).toBe(200);
    expect((await post(asked("not signed\n1\n\n\n", 0))).status).toBe(403);
    expect((await post("what")).status).toBe(400);
    expect((await post("x".repeat(70_000))).status).toBe(413);
    expect((await post("", "else")).status).toBe(404);

    // The witness has signed two leaves; the log begins anew with one, under the same key and a signer that forgot.
    await writeFile(path.join(signerHome, "log.head"), "nothing signed yet\n");
    const other = await freshDatabase();
    const elsewhere = connect(other.appUrl);
    try {
      await append(elsewhere.prisma, [draft()]);
      await expect(seal(elsewhere, keepers)).rejects.toThrow("signed another history");
    } finally {
      await elsewhere.close();
      await other.drop();
    }
  } finally {
    server.close();
  }
});

test("settings that cannot be understood are one sentence that names the variable", () => {
  expect(() => readKeeperSettings({ AQTALU_LOG_SIGNER: "sign" })).toThrow("AQTALU_LOG_PUBLIC");
  expect(() => readKeeperSettings({ AQTALU_WITNESSES: "nowhere" })).toThrow("AQTALU_WITNESSES");
  expect(readKeeperSettings({ AQTALU_WITNESS_DIRS: "/a, /b" }).witnessDirectories).toEqual(["/a", "/b"]);
});
