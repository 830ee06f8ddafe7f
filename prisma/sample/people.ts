import { createAccount, recordAbsence } from "@/lib/accounts/write";
import { confirm, end, proposeAppointment, proposeClearance } from "@/lib/appointments/write";
import { actorOfAccount, operatorActor } from "@/lib/auth/actor";
import { hashPassword } from "@/lib/auth/password";
import type { Actor } from "@/lib/law/actor";
import type { Connection } from "@/lib/store/client";
import { newId } from "@/lib/store/id";
import { cast, others, type Actors, type CastMember, type Login } from "./cast";
import type { Bodies } from "./bodies";
import type { Calendar } from "./calendar";
import type { Sample } from "./sample";

type Office = {
  db: Connection;
  calendar: Calendar;
  bodies: Bodies;
  minute: number;
  ids: Map<string, string>;
};

const firstDay = 398;
const byOperator: readonly Login[] = ["admin1", "admin2", "chair", "secretary1"];

/**
 * Makes the accounts, appointments and clearances of the demo cast as the procedure has it: the operator puts in
 * the first four, administrators propose everybody else, a second person confirms.
 */
export async function appointCast(
  place: { db: Connection; calendar: Calendar; bodies: Bodies },
  passwords: (login: string) => string,
): Promise<{ actors: Actors; accounts: { login: string; name: string; role: string; password: string }[] }> {
  const office: Office = { ...place, minute: 540, ids: new Map() };
  const accounts = cast.map(({ login, name, role }) => ({ login, name, role, password: passwords(login) }));
  const hashes = await Promise.all(accounts.map(({ password }) => hashPassword(password)));
  for (const [nth, person] of cast.entries()) await appoint(office, person, hashes[nth]!);
  await appointOthers(office);
  const today = office.calendar.day(1);
  const actors: Partial<Actors> = {};
  for (const { login } of cast) {
    actors[login] = await actorOfAccount(office.db.pool, office.ids.get(login)!, today);
  }
  return { actors: actors as Actors, accounts };
}

async function appoint(office: Office, person: CastMember, passwordHash: string): Promise<void> {
  const { login, name, locale, role, cleared } = person;
  const first = byOperator.includes(login);
  const proposer = first ? operatorActor("operator") : await actorNamed(office, "admin1");
  const accountId = await make(office, proposer, { login, name, locale }, passwordHash);
  const signs = role === "member" || role === "expert";
  const confirmer = first ? proposer : await actorNamed(office, signs ? "secretary1" : "admin2");
  for (const body of person.bodies) {
    const id = await propose(office, proposer, accountId, { role, body });
    await must(confirm(deskOf(office), confirmer, { kind: "appointment", id, accountId }));
  }
  if (cleared) await clear(office, accountId, cleared);
}

async function make(
  office: Office,
  actor: Actor,
  wanted: { login: string; name: string; locale: "kk" | "ru" | "en" },
  passwordHash: string,
): Promise<string> {
  const made = await must(
    createAccount(deskOf(office), actor, { ...wanted, passwordHash, temporary: false }),
  );
  office.ids.set(wanted.login, made.accountId);
  return made.accountId;
}

async function propose(
  office: Office,
  actor: Actor,
  accountId: string,
  { role, body }: { role: CastMember["role"]; body: keyof Bodies },
): Promise<string> {
  const from = office.calendar.day(firstDay);
  const wanted = { accountId, role, bodyId: office.bodies[body].id, act: orderOf(office), from };
  return (await must(proposeAppointment(deskOf(office), actor, wanted))).id;
}

/** Clearances too are proposed by one administrator and confirmed by another. */
async function clear(office: Office, accountId: string, cleared: "all" | keyof Bodies): Promise<void> {
  const agencyId = cleared === "all" ? "all" : office.bodies[cleared].id;
  const from = office.calendar.day(firstDay);
  const wanted = { accountId, agencyId, act: orderOf(office), from };
  const { id } = await must(proposeClearance(deskOf(office), await actorNamed(office, "admin1"), wanted));
  const confirmer = await actorNamed(office, "admin2");
  await must(confirm(deskOf(office), confirmer, { kind: "clearance", id, accountId }));
}

/** Somebody who left, and people whose appointments wait for a second person. */
async function appointOthers(office: Office): Promise<void> {
  for (const { login, name, locale, role, bodies, proposedBy, fate } of others) {
    const proposer = await actorNamed(office, proposedBy);
    const passwordHash = await hashPassword(newId());
    const accountId = await make(office, proposer, { login, name, locale }, passwordHash);
    const id = await propose(office, proposer, accountId, { role, body: bodies[0]! });
    if (fate === "waiting") continue;
    const secretary = await actorNamed(office, "secretary1");
    await must(confirm(deskOf(office), secretary, { kind: "appointment", id, accountId }));
    await must(end(deskOf(office), proposer, { kind: "appointment", id, accountId }));
  }
}

/** The days on which the deputy signs in the chair's place. */
const chairAway = { from: 252, to: 243 } as const;

export function letChairBeAway({ plan, calendar, actors, db }: Sample): void {
  const { secretary1, chair } = actors;
  const [from, to] = [calendar.day(chairAway.from), calendar.day(chairAway.to)];
  plan.at(chairAway.from + 2, 600, async (at) => {
    const desk = { prisma: db.prisma, clock: () => at, sample: true };
    const reason = "Еңбек демалысы";
    await must(recordAbsence(desk, secretary1, { accountId: chair.accountId, from, to, reason }));
  });
}

function deskOf(office: Office) {
  const at = office.calendar.at(firstDay, (office.minute += 1));
  return { prisma: office.db.prisma, clock: () => at, sample: true };
}

const orderOf = (office: Office): string =>
  `№ ${office.ids.size}-Ө бұйрығы, ${office.calendar.day(firstDay)}`;

function actorNamed(office: Office, login: Login): Promise<Actor> {
  return actorOfAccount(office.db.pool, office.ids.get(login)!, office.calendar.day(firstDay));
}

async function must<T>(
  work: Promise<{ ok: true; value: T } | { ok: false; [more: string]: unknown }>,
): Promise<T> {
  const result = await work;
  if (!result.ok) throw new Error(`the sample was refused: ${JSON.stringify(result)}`);
  return (result as { value: T }).value;
}
