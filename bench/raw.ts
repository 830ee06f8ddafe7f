import pg from "pg";
import { perform } from "@/lib/proceedings/perform";
import type { Order } from "@/lib/proceedings/request";
import type { Connection } from "@/lib/store/client";
import type { Cast } from "@/tests/support/people";

/** One statement as it was sent, with the values of the order that was watched. */
export type Sent = { text: string; values: unknown[] };

type Query = (this: unknown, ...args: unknown[]) => unknown;

/** Performs one order and keeps every statement that reached the server between begin and commit. */
export async function recordStatements(
  db: Connection,
  people: Cast,
  order: Order,
): Promise<{ sent: Sent[]; order: Order }> {
  const sent: Sent[] = [];
  const client = pg.Client.prototype as unknown as { query: Query };
  const original = client.query;
  client.query = function (...args) {
    const first = args[0];
    if (typeof first === "string") sent.push({ text: first, values: (args[1] as unknown[]) ?? [] });
    else if (first && typeof first === "object" && "text" in first) {
      sent.push({
        text: String(first.text),
        values: ("values" in first ? (first.values as unknown[]) : undefined) ?? [],
      });
    }
    return original.apply(this, args);
  };
  try {
    const [result] = await perform({ prisma: db.prisma, clock: () => new Date() }, people.member1, order);
    if (!result?.ok) throw new Error("the watched order was refused");
  } finally {
    client.query = original;
  }
  return { sent, order };
}

/**
 * The contender: the same statements with the same values, ids of this order put in, prepared once a
 * connection and sent without law, canonical form, hashing of a new entry, or ORM.
 */
export async function replay(
  pool: pg.Pool,
  watched: { sent: Sent[]; order: Order },
  order: Order,
): Promise<void> {
  const [was, now] = [watched.order.requests[0]!, order.requests[0]!];
  const swap = (text: string): string =>
    text
      .replaceAll(was.proceeding!, now.proceeding!)
      .replaceAll(was.dossierHash!, now.dossierHash!)
      .replaceAll(watched.order.key, order.key);
  const fresh = new Map<string, string>();
  const put = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(put);
    if (typeof value !== "string") return value;
    return renewIds(swap(value), now.proceeding!, fresh);
  };
  const client = await pool.connect();
  try {
    for (const [i, { text, values }] of watched.sent.entries()) {
      if (values.length === 0) await client.query(text);
      else await client.query({ name: `s${i}`, text, values: values.map(put) });
    }
  } finally {
    client.release();
  }
}

/** Rows that the order inserted get ids of their own: those named "id" or "statement_id" in what was sent. */
function renewIds(text: string, keep: string, fresh: Map<string, string>): string {
  return text.replace(/"(id|statement_id)":"([0-9a-f-]{36})"/g, (whole, field: string, id: string) => {
    if (id === keep) return whole;
    if (!fresh.has(id)) fresh.set(id, crypto.randomUUID());
    return `"${field}":"${fresh.get(id)}"`;
  });
}
