import { actorOfAccount } from "@/lib/auth/actor";
import type { Actor } from "@/lib/law/actor";
import type { BodyKind, Role } from "@/lib/law/words";
import type { Connection } from "@/lib/store/client";
import { newId } from "@/lib/store/id";

/** The bodies that every test world has; ids by short name. */
export const bodies = {
  commission: newId(),
  regional: newId(),
  group: newId(),
  interior: newId(),
  security: newId(),
  archive: newId(),
  office: newId(),
} as const;
export type BodyName = keyof typeof bodies;

const kinds: Record<BodyName, BodyKind> = {
  commission: "commission",
  regional: "regional",
  group: "group",
  interior: "agency",
  security: "agency",
  archive: "archive",
  office: "office",
};

export async function seedBodies(db: Connection): Promise<void> {
  for (const [name, id] of Object.entries(bodies)) {
    const kind = kinds[name as BodyName];
    await db.prisma.bodies.create({
      data: { id, kind, code: `${name}-${id}`, name_kk: name, name_ru: name, name_en: name },
    });
  }
}

/** An account with one confirmed office, cleared for every agency. Returns its Actor as of today. */
export async function person(
  db: Connection,
  login: string,
  role: Role,
  body: BodyName,
  today = "2026-11-22",
): Promise<Actor> {
  const [id, proposer, confirmer] = [newId(), newId(), newId()];
  await db.prisma.accounts.createMany({
    data: [
      { id, login, name: login, locale: "ru" },
      { id: proposer, login: `${login}-proposer`, name: "p" },
      { id: confirmer, login: `${login}-confirmer`, name: "c" },
    ],
  });
  const act = "Order 1";
  const from_date = new Date("2020-01-01");
  await db.prisma.appointments.create({
    data: {
      id: newId(),
      account_id: id,
      role,
      body_id: bodies[body],
      act,
      from_date,
      proposed_by: proposer,
      confirmed_by: confirmer,
      confirmed_at: from_date,
    },
  });
  await db.pool.query(
    "insert into clearances (id, account_id, act, from_date, proposed_by, confirmed_by, confirmed_at) values ($1, $2, $3, $4, $5, $6, now())",
    [newId(), id, act, from_date, proposer, confirmer],
  );
  return actorOfAccount(db.pool, id, today);
}

/** Everybody that the main job needs; `before` their logins where others of that name are there. */
export async function cast(db: Connection, before = "") {
  await seedBodies(db);
  const p = (login: string, role: Role, body: BodyName): Promise<Actor> =>
    person(db, `${before}${login}`, role, body);
  return {
    archivist: await p("archivist", "archivist", "archive"),
    archivist2: await p("archivist2", "archivist", "archive"),
    expert: await p("expert", "expert", "group"),
    reader: await p("reader", "expert", "group"),
    head: await p("head", "head", "group"),
    interior: await p("interior", "representative", "interior"),
    security: await p("security", "representative", "security"),
    member1: await p("member1", "member", "commission"),
    member2: await p("member2", "member", "commission"),
    member3: await p("member3", "member", "commission"),
    chair: await p("chair", "chair", "commission"),
    deputy: await p("deputy", "deputy", "commission"),
    secretary1: await p("secretary1", "secretary", "commission"),
    secretary2: await p("secretary2", "secretary", "commission"),
    regional: await p("regional", "chair", "regional"),
    auditor: await p("auditor", "auditor", "office"),
    administrator: await p("administrator", "administrator", "office"),
  };
}
export type Cast = Awaited<ReturnType<typeof cast>>;
