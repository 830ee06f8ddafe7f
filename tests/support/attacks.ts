import { randomBytes } from "node:crypto";
import type { FaultCode } from "@/lib/ledger/fault";
import type { Attacker } from "./attacker";
import type { TestDatabase } from "./database";
import type { freshKeepers } from "./ledger";

export type Scene = {
  keepers: Awaited<ReturnType<typeof freshKeepers>>;
  /** The database at the older checkpoint, and at the newest. */
  backup: TestDatabase;
  base: TestDatabase;
  /** Sizes of both, and both as a witness kept them. */
  older: number;
  newest: number;
  seen: { older: string; newest: string };
  /** A signature after the older checkpoint. */
  target: number;
};
export type Attack = {
  name: string;
  from?: "backup";
  alter(by: Attacker, scene: Scene): Promise<unknown>;
  /** What is said of it, whatever the means, or by the means; null where nothing is altered in the end. */
  named: FaultCode | readonly [FaultCode, FaultCode, FaultCode | null];
  /** The leaf that the naive form is named by; otherwise that of the checkpoint before. */
  at?: (scene: Scene) => number;
  /** Up to which leaf all is proven to somebody who holds the older checkpoint alone; the older one unless said. */
  proven?: (scene: Scene) => number;
};

const rest = ["root", "root"] as const;
/** Each from a clean copy (the older checkpoint is before `target`). */
export const attacks: Attack[] = [
  {
    name: "edits an entry",
    alter: (by, { target }) => by.edit(target, (entry) => Object.assign(entry.payload, { round: 9 })),
    named: ["leaf", ...rest],
    at: ({ target }) => target,
  },
  {
    name: "edits a reason that the open part does not show",
    alter: (by, { target }) =>
      by.edit(target, (entry) => Object.assign(entry.payload, { facts: { basis: "another" } })),
    named: ["leaf", ...rest],
    at: ({ target }) => target,
  },
  {
    name: "changes an actor",
    alter: (by, { target }) => by.edit(target, (entry) => Object.assign(entry.actor, { name: "Somebody" })),
    named: ["leaf", ...rest],
    at: ({ target }) => target,
  },
  {
    name: "back-dates an entry",
    alter: (by, { target }) => by.edit(target, (entry) => (entry.at = "2026-01-01T00:00:00.000Z")),
    named: ["leaf", ...rest],
    at: ({ target }) => target,
  },
  {
    name: "deletes an entry in the middle",
    alter: (by, { target }) =>
      by.run("delete from events where seq = (select seq from ledger_leaves where index = $1)", target),
    named: ["missing", "shorter", "shorter"],
    at: ({ target }) => target,
  },
  {
    name: "deletes an entry and its leaf",
    alter: async (by, { target }) => {
      await by.run("delete from events where seq = (select seq from ledger_leaves where index = $1)", target);
      await by.run("delete from ledger_leaves where index = $1", target);
    },
    named: ["missing", "shorter", "shorter"],
    at: ({ target }) => target,
  },
  {
    name: "deletes the tail",
    alter: async (by, { target }) => {
      await by.run(
        "delete from events where seq in (select seq from ledger_leaves where index >= $1)",
        target,
      );
      await by.run("delete from ledger_leaves where index >= $1", target);
      await by.run("delete from ledger_cosignatures where size > $1", target);
      await by.run("delete from ledger_checkpoints where size > $1", target);
    },
    named: "shorter",
    at: ({ target }) => target,
  },
  {
    name: "inserts an entry in the past",
    alter: async (by, { target }) => {
      const { rows } = await by.run("select seq from ledger_leaves where index = $1", target);
      const { seq } = rows[0] as { seq: bigint };
      const far = 1_000_000;
      await by.run(`update events set seq = seq + ${far} where seq >= $1`, seq.toString());
      await by.run(
        `update ledger_leaves set seq = seq + ${far}, index = index + ${far} where index >= $1`,
        target,
      );
      await by.run(`update events set seq = seq - ${far - 1} where seq >= ${far}`);
      await by.run(
        `update ledger_leaves set seq = seq - ${far - 1}, index = index - ${far - 1} where index >= ${far}`,
      );
      await by.run(
        `insert into events (seq, id, at, act, actor_id, bytes, salt)
         select $1, gen_random_uuid(), at, act, actor_id, bytes, $3 from events e
         where seq = (select seq from ledger_leaves where index = $2)`,
        seq.toString(),
        target - 1,
        randomBytes(32),
      );
      await by.run(
        "insert into ledger_leaves (index, seq, hash) values ($1, $2, $3)",
        target,
        seq.toString(),
        randomBytes(32),
      );
    },
    named: ["leaf", ...rest],
    // Whoever inserts moves what follows: the checkpoint before is the last that agrees.
    at: ({ older }) => older,
  },
  {
    name: "swaps two entries",
    alter: (by, { target }) =>
      by.run(
        `update events e set bytes = o.bytes, salt = o.salt from events o, ledger_leaves le, ledger_leaves lo
         where e.seq = le.seq and o.seq = lo.seq and (le.index, lo.index) in (($1::bigint, $1::bigint + 1), ($1::bigint + 1, $1::bigint))`,
        target,
      ),
    named: ["leaf", ...rest],
    at: ({ target }) => target,
  },
  {
    name: "rewrites the whole table",
    alter: async (by, { newest }) => {
      for (let index = 0; index < newest; index++)
        await by.edit(index, (entry) => Object.assign(entry.actor, { name: "Nobody" }));
    },
    named: ["leaf", ...rest],
    at: () => 0,
    proven: () => 0,
  },
  {
    name: "changes a state without an entry",
    alter: (by) => by.run("update cases set stage = 'rehabilitated', outcome = 'full'"),
    named: "state",
  },
  {
    name: "changes a signature without an entry",
    alter: (by) => by.run("update signatures set answer = 'disagree' where slot = 'chair'"),
    named: "state",
  },
  {
    name: "loosens the rules in force without an entry",
    alter: (by) => by.run("update rule_sets set body = jsonb_set(body, '{requireLegalAct}', 'false')"),
    named: "state",
  },
  {
    name: "brings rules into force without an entry",
    alter: (by) =>
      by.run(
        `insert into rule_sets (version, body, label, act, reason, in_force_from, proposed_by, proposed_at, confirmed_by, confirmed_at)
         select 2, jsonb_set(body, '{members}', '1'), '', '', '', now(), (select min(id::text)::uuid from accounts), now(),
           (select max(id::text)::uuid from accounts), now() from rule_sets`,
      ),
    named: "state",
  },
  {
    name: "restores an old backup",
    from: "backup",
    alter: async () => undefined,
    named: "shorter",
    at: ({ older }) => older,
  },
  {
    name: "shows another history from the older checkpoint on",
    from: "backup",
    alter: async (by, { newest }) => {
      await by.run(
        `insert into events (id, at, act, refused, bytes, salt)
         select gen_random_uuid(), now(), 'refusal', true, convert_to(
           '{"actor":{"body":null,"delegation":null,"id":null,"name":"","role":null},"at":"2026-11-27T00:00:00.000Z","id":"' || n || '","payload":{"about":{},"act":"sign","article":"R7","condition":"' || n || '","kind":"refusal"},"sample":false,"v":1}', 'UTF8'),
           decode(repeat(lpad(to_hex(n), 4, '0'), 16), 'hex')
         from generate_series(1, $1) n`,
        newest,
      );
      await by.rehash();
    },
    named: ["root", "root", "fork"],
  },
  {
    name: "replaces a checkpoint",
    alter: (by, { newest }) =>
      by.run(
        "update ledger_checkpoints set note = replace(note, E'\\n' || $1::text || E'\\n', E'\\n' || ($1::int - 1)::text || E'\\n') where size = $1::int",
        newest,
      ),
    // The key puts its true signature over the true tree again.
    named: ["checkpoint", "checkpoint", null],
  },
];
