import { readFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { Sequencer } from "@/lib/history/sequence";
import { canonicalBytes } from "@/lib/ledger/canonical";
import { parseSignerKey } from "@/lib/ledger/keys";
import { printNote, signBody } from "@/lib/ledger/note";
import { columnTypes } from "@/lib/store/client";
import type { TestDatabase } from "./database";

/** Somebody who owns the server: the database's superuser, with every trigger and foreign key out of the way. */
export class Attacker {
  private constructor(readonly client: pg.Client) {}

  static async at({ ownerUrl }: TestDatabase): Promise<Attacker> {
    const client = new pg.Client({ connectionString: ownerUrl, types: columnTypes });
    await client.connect();
    // Triggers that are always on do not heed the replication role; their owner switches them off.
    await client.query(
      `do $$ declare one regclass; begin
         for one in select oid from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace loop
           execute format('alter table %s disable trigger all', one);
         end loop;
       end $$`,
    );
    return new Attacker(client);
  }

  leave(): Promise<void> {
    return this.client.end();
  }

  run(sql: string, ...values: unknown[]): Promise<pg.QueryResult> {
    return this.client.query(sql, values);
  }

  /** Writes an entry over with another content, in canonical form and with its salt as it was. */
  async edit(index: number, change: (entry: Alterable) => void): Promise<void> {
    const { rows } = await this.client.query<{ seq: bigint; bytes: Buffer }>(
      "select e.seq, e.bytes from events e join ledger_leaves l on l.seq = e.seq where l.index = $1",
      [index],
    );
    const { seq, bytes } = rows[0]!;
    const entry = JSON.parse(bytes.toString("utf8")) as Alterable;
    change(entry);
    await this.run("update events set bytes = $2 where seq = $1", seq.toString(), canonicalBytes(entry));
  }

  /** Makes the whole tree anew over what stands in the table now; the checkpoints stay. */
  async rehash(): Promise<void> {
    await this.run("delete from ledger_leaves");
    await this.run("delete from ledger_nodes");
    const sequencer = await Sequencer.open(this.client, "any");
    while ((await sequencer.round()) > 0);
  }

  /** And puts the log's own signature over it, with the stolen key. No witness signs that. */
  async resign(data: string, keep: (size: number) => boolean = () => false): Promise<void> {
    const key = parseSignerKey(await readFile(path.join(data, "keys", "log.key"), "utf8"));
    const { rows } = await this.client.query<{ size: bigint }>("select size from ledger_checkpoints");
    for (const size of rows.map((row) => Number(row.size)).filter((size) => !keep(size))) {
      await this.run("delete from ledger_cosignatures where size = $1", size);
      await this.run("delete from ledger_checkpoints where size = $1", size);
    }
    const sequencer = await Sequencer.open(this.client, key.name);
    const body = sequencer.head();
    const note = printNote({ body, signatures: [signBody(body, key)] });
    await this.run(
      "insert into ledger_checkpoints (size, note) values ($1, $2) on conflict (size) do nothing",
      sequencer.size,
      note,
    );
  }
}

export type Alterable = {
  at: string;
  actor: { id: string | null; name: string; role: string | null };
  payload: Record<string, unknown>;
};
