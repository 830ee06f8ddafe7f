import { rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Keeper } from "@/lib/history/keeper";
import { Publisher } from "@/lib/history/publish";
import { Sequencer } from "@/lib/history/sequence";
import { printHead } from "@/lib/ledger/checkpoint";
import { makeKey } from "@/lib/ledger/keys";
import { cosignBody, parseNote, printSignature } from "@/lib/ledger/note";
import { connect, type Connection } from "@/lib/store/client";
import { append } from "@/lib/store/events";
import { freshDatabase, type TestDatabase } from "@/tests/support/database";
import { draft, freshKeepers } from "@/tests/support/ledger";

let base: TestDatabase;
let db: Connection;
let keepers: Awaited<ReturnType<typeof freshKeepers>>;
beforeEach(async () => {
  [base, keepers] = [await freshDatabase(), await freshKeepers()];
  db = connect(base.appUrl);
});
afterEach(async () => {
  await db.close();
  await base.drop();
  await keepers.drop();
});

async function headAfterOne(): Promise<string> {
  await append(db.prisma, [draft()]);
  const client = await db.pool.connect();
  const sequencer = await Sequencer.open(client, keepers.signer.key.name);
  await sequencer.round();
  client.release();
  return sequencer.head();
}

const cosigned = async () =>
  (await db.pool.query<{ witness: string }>("select witness from ledger_cosignatures")).rows.map(
    (row) => row.witness,
  );

test("a false line of a witness, or one of another day, is not kept", async () => {
  const key = makeKey("witness", "elsewhere");
  const answers = [
    (body: string) => cosignBody(`${body}x`, key, new Date()),
    (body: string) => cosignBody(body, key, new Date(Date.now() + 86_400_000)),
    (body: string) => cosignBody(body, makeKey("witness", "elsewhere"), new Date()),
  ];
  const head = await headAfterOne();
  for (const answer of answers) {
    const witness: Keeper = {
      key,
      ask: async ({ text }) => ({ is: "signed", line: printSignature(answer(parseNote(text)!.body)) }),
    };
    const troubles: string[] = [];
    const only = { ...keepers, witnesses: [witness] };
    const publisher = await Publisher.open(db.pool, only, (_, fault) => void troubles.push(String(fault)));
    await publisher.sign(head);
    publisher.tell();
    await publisher.settle();
    expect(troubles).toHaveLength(1);
    expect(await cosigned()).toEqual([]);
  }
});

test("a witness that was away is told again, without a new head", async () => {
  const [near] = keepers.witnesses;
  let away = true;
  const witness: Keeper = {
    key: near!.key,
    ask: (request) => (away ? Promise.reject(new Error("away")) : near!.ask(request)),
  };
  const publisher = await Publisher.open(db.pool, { ...keepers, witnesses: [witness] }, () => undefined);
  await publisher.sign(await headAfterOne());
  publisher.tell();
  await publisher.settle();
  away = false;
  publisher.tell();
  await publisher.settle();
  expect(await cosigned(), "left alone for a while").toEqual([]);
  await pause(5200);
  publisher.tell();
  await publisher.settle();
  expect(await cosigned()).toEqual([near!.key.name]);
});

test("a signer waits for another process that is at work in its directory, and signs nothing when its memory is lost", async () => {
  const lock = path.join(keepers.data, "keys", "lock");
  const ask = (size: number) =>
    keepers.signer.ask({
      older: 0,
      proof: [],
      text: printHead({ origin: keepers.signer.key.name, size, root: Buffer.alloc(32, size) }),
    });
  await writeFile(lock, `${hostname()} ${process.pid}`);
  let done = false;
  const asked = ask(1).then((answer) => {
    done = true;
    return answer;
  });
  await pause(300);
  expect(done).toBe(false);
  await rm(lock);
  expect((await asked).is).toBe("signed");
  const foreign = printHead({ origin: "elsewhere", size: 2, root: Buffer.alloc(32) });
  expect((await keepers.signer.ask({ older: 1, proof: [], text: foreign })).is).toBe("refused");
  await writeFile(path.join(keepers.data, "keys", "log.head"), "");
  await expect(ask(2)).rejects.toThrow("forgot what it signed");
});
