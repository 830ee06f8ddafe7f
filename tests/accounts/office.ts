import { createAccount } from "@/lib/accounts/write";
import type { Desk } from "@/lib/accounts/act";
import { confirm, proposeAppointment } from "@/lib/appointments/write";
import { actorOfAccount, operatorActor } from "@/lib/auth/actor";
import type { Actor } from "@/lib/law/actor";
import type { BodyKind, Role } from "@/lib/law/words";
import { newId } from "@/lib/store/id";
import { connect, type Connection } from "@/lib/store/client";
import { freshDatabase } from "../support/database";

export const today = "2026-09-01";
export const now = new Date("2026-09-01T06:00:00Z");
export const act = "Приказ № 7 от 20.08.2026";

/** A commission's office with two administrators, appointed as a new installation does it. */
export async function openOffice() {
  const database = await freshDatabase();
  const connection = connect(database.appUrl);
  const desk: Desk = { prisma: connection.prisma, clock: () => now };
  const operator = operatorActor("tester");
  const body = (kind: BodyKind) => addBody(connection, kind);
  const office = await body("office");
  const commission = await body("commission");
  const first = async (login: string, role: Role, bodyId: string) => {
    const accountId = await newPerson(desk, operator, login);
    const proposed = await proposeAppointment(desk, operator, { accountId, role, bodyId, act, from: today });
    if (!proposed.ok) throw new Error(JSON.stringify(proposed));
    const confirmed = await confirm(desk, operator, {
      kind: "appointment",
      id: proposed.value.id,
      accountId,
    });
    if (!confirmed.ok) throw new Error(JSON.stringify(confirmed));
    return accountId;
  };
  const ids = {
    admin: await first("admin.one", "administrator", office),
    second: await first("admin.two", "administrator", office),
    secretary: await first("secretary", "secretary", commission),
  };
  const as = (accountId: string): Promise<Actor> => actorOfAccount(connection.pool, accountId, today);
  const close = async () => {
    await connection.close();
    await database.drop();
  };
  return { database, connection, desk, operator, body, office, commission, ids, as, close };
}

export async function newPerson(desk: Desk, actor: Actor, login: string): Promise<string> {
  const wanted = { login, name: `Name of ${login}`, locale: "kk", passwordHash: "unused" } as const;
  const made = await createAccount(desk, actor, wanted);
  if (!made.ok) throw new Error(JSON.stringify(made));
  return made.value.accountId;
}

async function addBody({ prisma }: Connection, kind: BodyKind): Promise<string> {
  const id = newId();
  const name = `A body of kind ${kind}`;
  await prisma.bodies.create({ data: { id, kind, code: id, name_kk: name, name_ru: name, name_en: name } });
  return id;
}
