import pg from "pg";
import { actorOfAccount } from "@/lib/auth/actor";
import { perform } from "@/lib/proceedings/perform";
import type { Order } from "@/lib/proceedings/request";
import { connect } from "@/lib/store/client";

/**
 * Performs one order and kills itself (SIGKILL) at a chosen place: before or after the n-th statement, or some
 * tenths of a millisecond into it. Without a place it lives and prints how many statements it sent.
 */
type Task = {
  url: string;
  accountId: string;
  order: Order;
  place: { at: "before" | "after" | "during"; nth: number; wait: number } | null;
};

const task = JSON.parse(process.env.AQTALU_CHILD ?? "") as Task;
const db = connect(task.url, { max: 1 });
const actor = await actorOfAccount(db.pool, task.accountId, "2026-11-22");
await db.prisma.$queryRawUnsafe("select 1");

let sent = 0;
const texts: string[] = [];
const die = (): void => void process.kill(process.pid, "SIGKILL");
type Query = (...args: unknown[]) => unknown;
const client = pg.Client.prototype as unknown as { query: Query };
const original = client.query;
client.query = function (this: unknown, ...args: unknown[]) {
  const nth = ++sent;
  const first = args[0] as string | { text: string };
  texts.push((typeof first === "string" ? first : first.text).trim().slice(0, 12));
  const here = task.place?.nth === nth ? task.place : null;
  if (here?.at === "before") die();
  const answer = original.apply(this, args);
  if (here?.at === "during") {
    const until = process.hrtime.bigint() + BigInt(here.wait);
    while (process.hrtime.bigint() < until);
    die();
  }
  if (here?.at === "after") {
    return Promise.resolve(answer).then((value) => {
      die();
      return value;
    });
  }
  return answer;
};

const results = await perform({ prisma: db.prisma, clock: () => new Date() }, actor, task.order);
process.stdout.write(JSON.stringify({ sent, texts, results }));
await db.close();
