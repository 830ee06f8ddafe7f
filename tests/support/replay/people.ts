import { actorOfAccount } from "@/lib/auth/actor";
import { dayOf } from "@/lib/clock";
import type { Actor } from "@/lib/law/actor";
import type { BodyKind } from "@/lib/law/words";
import type { Connection } from "@/lib/store/client";
import { newId } from "@/lib/store/id";
import { cast } from "@/tests/law/support/cast";

/** The people and bodies of the pure model in a database, by the names that the model has for them. */
export type Peopled = {
  actors: Readonly<Record<string, Actor>>;
  bodies: Readonly<Record<string, string>>;
  /** Names by account, and by body. */
  nameOf: (id: string | null) => string | null;
  /** Archivists outside the model, for what the sequences begin with. */
  clerks: readonly [Actor, Actor];
  /** Who brings other rules into force. */
  administrators: readonly [Actor, Actor];
};

const clerk = [{ role: "archivist", bodyId: "archive", bodyKind: "archive" }] as const;
const administers = [{ role: "administrator", bodyId: "office", bodyKind: "office" }] as const;
type Held = { role: string; bodyId: string; bodyKind: BodyKind };

export async function peopled(db: Connection): Promise<Peopled> {
  const everybody: [string, readonly Held[]][] = [
    ...Object.entries(cast),
    ["clerk1", clerk],
    ["clerk2", clerk],
    ["administrator1", administers],
    ["administrator2", administers],
  ];
  const kinds = new Map(everybody.flatMap(([, offices]) => offices.map((o) => [o.bodyId, o.bodyKind])));
  const bodies = Object.fromEntries([...kinds.keys()].map((name) => [name, newId()]));
  await db.prisma.bodies.createMany({
    data: [...kinds].map(([name, kind]) => ({
      ...{ id: bodies[name]!, kind, code: name, name_kk: name, name_ru: name, name_en: name },
    })),
  });
  const [proposer, confirmer] = [newId(), newId()];
  const accounts = everybody.map(([login]) => ({ id: newId(), login, name: login, locale: "ru" }));
  await db.prisma.accounts.createMany({
    data: [
      ...accounts,
      { id: proposer, login: "proposer", name: "proposer" },
      { id: confirmer, login: "confirmer", name: "confirmer" },
    ],
  });
  const from = new Date("2020-01-01");
  const given = {
    act: "Order 1",
    from_date: from,
    proposed_by: proposer,
    confirmed_by: confirmer,
    confirmed_at: from,
  };
  await db.prisma.appointments.createMany({
    data: everybody.flatMap(([, offices], nth) =>
      offices.map(({ role, bodyId }) => ({
        ...{ ...given, id: newId(), account_id: accounts[nth]!.id, role, body_id: bodies[bodyId]! },
      })),
    ),
  });
  // Everybody is cleared for every agency: who sees what is then a matter of offices and conflicts alone.
  await db.prisma.clearances.createMany({
    data: accounts.map(({ id }) => ({ ...given, id: newId(), account_id: id })),
  });
  const actors: Record<string, Actor> = {};
  for (const { id, login } of accounts) actors[login] = await actorOfAccount(db.pool, id, dayOf(new Date()));
  const names = new Map([
    ...accounts.map(({ id, login }) => [id, login] as const),
    ...Object.entries(bodies).map(([name, id]) => [id, name] as const),
  ]);
  return {
    actors,
    bodies,
    nameOf: (id) => (id === null ? null : (names.get(id) ?? id)),
    clerks: [actors.clerk1!, actors.clerk2!],
    administrators: [actors.administrator1!, actors.administrator2!],
  };
}
