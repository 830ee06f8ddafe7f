import type { BodyKind, Role } from "@/lib/law/words";
import { newId } from "./id";
import { rows, type Tx } from "./transaction";

export type GrantKind = "appointment" | "clearance" | "delegation";

/** What gives somebody power, whichever of the three tables it stands in. Dates are YYYY-MM-DD. */
export type GrantRow = {
  kind: GrantKind;
  id: string;
  accountId: string;
  role: Role | null;
  bodyId: string | null;
  bodyKind: BodyKind | null;
  act: string;
  from: string;
  to: string | null;
  proposedBy: string;
  confirmedBy: string | null;
  confirmed: boolean;
  ended: boolean;
  delegatedBy: string | null;
};

const columns = `'act', g.act, 'from', g.from_date, 'to', g.to_date, 'proposedBy', g.proposed_by,
  'confirmedBy', g.confirmed_by, 'confirmed', g.confirmed_at is not null, 'ended', g.ended_at is not null`;

const readings: Record<GrantKind, string> = {
  appointment: `select json_build_object('kind', 'appointment', 'id', g.id, 'accountId', g.account_id,
      'role', g.role, 'bodyId', g.body_id, 'bodyKind', b.kind, 'delegatedBy', null, ${columns}) as row
    from appointments g join bodies b on b.id = g.body_id`,
  clearance: `select json_build_object('kind', 'clearance', 'id', g.id, 'accountId', g.account_id,
      'role', null, 'bodyId', g.agency_id, 'bodyKind', b.kind, 'delegatedBy', null, ${columns}) as row
    from clearances g left join bodies b on b.id = g.agency_id`,
  delegation: `select json_build_object('kind', 'delegation', 'id', g.id, 'accountId', g.to_account_id,
      'role', p.role, 'bodyId', p.body_id, 'bodyKind', b.kind, 'delegatedBy', p.account_id, ${columns}) as row
    from delegations g join appointments p on p.id = g.appointment_id join bodies b on b.id = p.body_id`,
};

/** Held until the transaction ends, so that two people cannot confirm or end it at once. */
export async function lockGrant(tx: Tx, kind: GrantKind, id: string): Promise<GrantRow | null> {
  const found = await rows<GrantRow>(tx, `${readings[kind]} where g.id = $1::uuid for update of g`, id);
  return found[0] ?? null;
}

type Reader = Pick<Tx, "$queryRawUnsafe">;

export async function findGrant(db: Reader, kind: GrantKind, id: string): Promise<GrantRow | null> {
  return (await rows<GrantRow>(db, `${readings[kind]} where g.id = $1::uuid`, id))[0] ?? null;
}

export async function findBodyKind(db: Reader, bodyId: string): Promise<BodyKind | null> {
  const found = await rows<BodyKind>(
    db,
    "select to_json(kind) as row from bodies where id = $1::uuid",
    bodyId,
  );
  return found[0] ?? null;
}

type Terms = { act: string; from: string; to: string | null; proposedBy: string; at: Date };
const day = (text: string): Date => new Date(`${text}T00:00:00Z`);

function common({ act, from, to, proposedBy, at }: Terms) {
  return {
    id: newId(),
    act,
    from_date: day(from),
    to_date: to && day(to),
    proposed_by: proposedBy,
    proposed_at: at,
  };
}

export async function insertAppointment(
  tx: Tx,
  grant: Terms & { accountId: string; role: Role; bodyId: string },
): Promise<string> {
  const { accountId: account_id, role, bodyId: body_id } = grant;
  const data = { ...common(grant), account_id, role, body_id };
  return (await tx.appointments.create({ data, select: { id: true } })).id;
}

export async function insertClearance(
  tx: Tx,
  grant: Terms & { accountId: string; agencyId: string | null },
): Promise<string> {
  const data = { ...common(grant), account_id: grant.accountId, agency_id: grant.agencyId };
  return (await tx.clearances.create({ data, select: { id: true } })).id;
}

export async function insertDelegation(
  tx: Tx,
  grant: Terms & { to: string; appointmentId: string; toAccountId: string },
): Promise<string> {
  const { appointmentId: appointment_id, toAccountId: to_account_id } = grant;
  const data = { ...common(grant), to_date: day(grant.to), appointment_id, to_account_id };
  return (await tx.delegations.create({ data, select: { id: true } })).id;
}

const tables: Record<GrantKind, string> = {
  appointment: "appointments",
  clearance: "clearances",
  delegation: "delegations",
};

export async function confirmGrant(tx: Tx, grant: Pick<GrantRow, "kind" | "id">, by: string, at: Date) {
  const written = await tx.$executeRawUnsafe(
    `update ${tables[grant.kind]} set confirmed_by = $2::uuid, confirmed_at = $3::timestamptz
     where id = $1::uuid and confirmed_at is null and ended_at is null`,
    grant.id,
    by,
    at,
  );
  if (written !== 1) throw new Error("a grant that is held was changed by another");
}

export async function endGrant(tx: Tx, grant: Pick<GrantRow, "kind" | "id">, at: Date) {
  const written = await tx.$executeRawUnsafe(
    `update ${tables[grant.kind]} set ended_at = $2::timestamptz where id = $1::uuid and ended_at is null`,
    grant.id,
    at,
  );
  if (written !== 1) throw new Error("a grant that is held was changed by another");
}

/** How many hold this role in this body on that day, by an appointment of their own. */
export async function countHolders(tx: Tx, role: Role | null, bodyId: string | null, today: string) {
  if (!role || !bodyId) return 0;
  const [found] = await rows<number>(
    tx,
    `select to_json(count(*)::int) as row from appointments p join accounts a on a.id = p.account_id
     where p.role = $1 and p.body_id = $2::uuid and p.confirmed_at is not null and p.ended_at is null
       and a.disabled_at is null and (p.to_date is null or p.to_date >= $3::date)`,
    role,
    bodyId,
    today,
  );
  return found ?? 0;
}
