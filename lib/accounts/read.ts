import { dayOf } from "@/lib/clock";
import type { Locale } from "@/lib/i18n/locales";
import { holds, type Actor } from "@/lib/law/actor";
import { confirmingWork, judgeAppointing, type AppointingMatter } from "@/lib/law/appointing";
import {
  findAccount,
  listAbsences,
  listAccountEvents,
  listAccounts,
  listBodies,
  type AccountRow,
  type BodyRow,
  type HeldRow,
  type PersonRow,
} from "@/lib/store/account-lists";
import { operatorId } from "@/lib/store/accounts";
import type { Desk } from "./act";
import type {
  AccountSummary,
  AccountView,
  BodyView,
  HeldView,
  OwnOffice,
  PersonView,
  Standing,
} from "./view";

/** Who looks after accounts, and who audits them. For everybody else there are none. */
export function seesAccounts(actor: Pick<Actor, "offices">): boolean {
  return holds(actor, "administrator") || holds(actor, "secretary") || holds(actor, "auditor");
}

export async function readAccounts(
  actor: Actor,
  desk: Desk,
  locale: Locale,
): Promise<AccountSummary[] | null> {
  if (!seesAccounts(actor)) return null;
  const today = dayOf(desk.clock());
  return (await listAccounts(desk.prisma)).map((row) => summarise(row, today, locale));
}

function summarise(row: AccountRow, today: string, locale: Locale): AccountSummary {
  const { id, login, name, disabled, held } = row;
  const live = held.filter((one) => standingOf(one, today) === "live");
  return {
    id,
    login,
    name,
    disabled,
    offices: live.flatMap(({ role, body, kind }) =>
      role && body ? [{ role, body: body.names[locale], delegated: kind === "delegation" }] : [],
    ),
    waiting: disabled ? 0 : held.filter((one) => standingOf(one, today) === "waiting").length,
  };
}

/** One account with all it holds and what was done to it; null where the reader sees no accounts. */
export async function readAccount(
  actor: Actor,
  desk: Desk,
  accountId: string,
  locale: Locale,
): Promise<AccountView | null> {
  if (!seesAccounts(actor)) return null;
  const row = await findAccount(desk.prisma, accountId);
  if (!row) return null;
  const today = dayOf(desk.clock());
  const administers = holds(actor, "administrator");
  const [absences, events] = await Promise.all([
    listAbsences(desk.prisma, row.id, today),
    listAccountEvents(desk.prisma, row.id),
  ]);
  return {
    ...row,
    held: row.held.map((one) => viewOf(actor, row, one, today, locale)),
    absences,
    events,
    may: {
      administer: administers && !row.disabled,
      disable: administers && !row.disabled && row.id !== actor.accountId,
      recordAbsence: !row.disabled && (holds(actor, "secretary") || row.id === actor.accountId),
    },
  };
}

/** Bodies in which something can be held, by the name they have in this language. */
export async function readBodies(actor: Actor, desk: Desk, locale: Locale): Promise<BodyView[]> {
  if (!seesAccounts(actor)) return [];
  return (await listBodies(desk.prisma)).map((row) => bodyView(row, locale));
}

/** Offices that somebody holds now and that could be delegated to another. */
export async function readOffices(actor: Actor, desk: Desk, locale: Locale) {
  if (!holds(actor, "administrator")) return [];
  const today = dayOf(desk.clock());
  return (await listAccounts(desk.prisma)).flatMap(({ id, name, held }) =>
    held
      .filter((one) => one.kind === "appointment" && standingOf(one, today) === "live")
      .map((one) => ({
        id: one.id,
        accountId: id,
        holder: name,
        role: one.role!,
        body: one.body!.names[locale],
      })),
  );
}

/** What the reader holds now, for their own page. */
export async function readOwnOffices(actor: Actor, desk: Desk): Promise<OwnOffice[]> {
  const bodies = new Map((await listBodies(desk.prisma)).map((body) => [body.id, body.names]));
  return actor.offices.flatMap(({ role, bodyId, delegationId }) => {
    const names = bodies.get(bodyId);
    return names ? [{ role, names, delegated: delegationId !== undefined }] : [];
  });
}

const personView = ({ id, name }: PersonRow): PersonView => ({ id, name: id === operatorId ? null : name });
const bodyView = ({ id, kind, names }: BodyRow, locale: Locale): BodyView => ({
  id,
  kind,
  name: names[locale],
});

export function standingOf(
  held: Pick<HeldRow, "confirmedBy" | "ended" | "from" | "to">,
  today: string,
): Standing {
  if (held.ended || (held.to !== null && held.to < today)) return "past";
  if (!held.confirmedBy) return "waiting";
  return held.from > today ? "future" : "live";
}

function viewOf(actor: Actor, account: AccountRow, held: HeldRow, today: string, locale: Locale): HeldView {
  const standing = standingOf(held, today);
  return {
    ...held,
    body: held.body && bodyView(held.body, locale),
    proposedBy: personView(held.proposedBy),
    confirmedBy: held.confirmedBy && personView(held.confirmedBy),
    standing,
    confirm: standing === "waiting" ? confirmable(actor, account, held) : null,
    mayEnd: holds(actor, "administrator") && !held.ended && standing !== "past",
  };
}

const whoOf = (actor: Actor): AppointingMatter["actor"] => ({
  ...{ id: actor.accountId, offices: actor.offices, operator: false },
  cooling: actor.coolingUntil > Date.now(),
});
const securedOf = ({ id, disabled, passwordGivenBy, keyed }: AccountRow) => ({
  ...{ id, disabled, passwordGivenBy, keyed },
});

/** The same judgement that the server makes when the button is pressed. */
function confirmable(actor: Actor, account: AccountRow, held: HeldRow): HeldView["confirm"] {
  const roles = account.held.flatMap((one) => (one.ended || !one.role ? [] : [one.role]));
  const matter: AppointingMatter = {
    work: confirmingWork(held.role),
    actor: whoOf(actor),
    account: { ...securedOf(account), roles },
    grant: {
      role: held.role,
      bodyKind: held.body?.kind ?? null,
      proposedBy: held.proposedBy.id,
      confirmed: false,
      ended: held.ended,
      delegatedBy: held.delegatedBy?.id ?? null,
    },
    holders: 0,
  };
  const ruling = judgeAppointing(matter);
  return ruling.granted || ruling.refusal.condition;
}
