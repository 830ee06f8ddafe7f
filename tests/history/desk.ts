import { actorOfAccount } from "@/lib/auth/actor";
import type { Actor } from "@/lib/law/actor";
import { perform } from "@/lib/proceedings/perform";
import type { ActRequest } from "@/lib/proceedings/request";
import { connect, type Connection } from "@/lib/store/client";
import { newId } from "@/lib/store/id";
import { freshDatabase, type TestDatabase } from "@/tests/support/database";
import { pointAt } from "@/tests/support/environment";
import { cast, person, type Cast } from "@/tests/support/people";

/** A database for the auditor's tests: everybody, and another auditor who is cleared for nothing. */
export type Desk = {
  base: TestDatabase;
  db: Connection;
  people: Cast;
  uncleared: Actor;
  close(): Promise<void>;
};

export async function auditorsDesk(): Promise<Desk> {
  const base = await freshDatabase();
  pointAt(base);
  const db = connect(base.appUrl);
  const people = await cast(db);
  const { accountId } = await person(db, "uncleared", "auditor", "office");
  await db.pool.query("update clearances set ended_at = now() where account_id = $1", [accountId]);
  const uncleared = await actorOfAccount(db.pool, accountId, "2026-11-22");
  const close = async (): Promise<void> => {
    await db.close();
    await base.drop();
  };
  return { base, db, people, uncleared, close };
}

type SignOptions = { at: Date; register?: boolean; opened?: boolean };

/** Signs these proceedings in one at that moment; the dossier is opened before only where that is said. */
export async function signAll(
  db: Connection,
  actor: Actor,
  proceedings: readonly string[],
  { at, register = false, opened = false }: SignOptions,
  more: Partial<ActRequest> = {},
): Promise<void> {
  const held = await db.prisma.proceedings.findMany({ where: { id: { in: [...proceedings] } } });
  if (opened) {
    await db.prisma.dossier_views.createMany({
      data: held.map(({ id, dossier_hash }) => ({
        ...{ account_id: actor.accountId, proceeding_id: id, hash: dossier_hash!, at },
      })),
    });
  }
  const requests = held.map(({ id, version, dossier_hash }): ActRequest => {
    return { act: "sign", proceeding: id, version, dossierHash: dossier_hash!, ...more };
  });
  const said = { text: `I, ${actor.name}, sign`, method: "password", register } as const;
  const results = await perform({ prisma: db.prisma, clock: () => at }, actor, {
    key: newId(),
    requests,
    said,
  });
  const refused = results.filter((result) => !result.ok);
  if (refused.length > 0) throw new Error(JSON.stringify(refused));
}
