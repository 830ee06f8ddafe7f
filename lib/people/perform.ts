import type { Actor } from "@/lib/law/actor";
import { hashOf } from "@/lib/ledger/canonical";
import type { Json } from "@/lib/ledger/entry";
import { searchKey } from "@/lib/names/tokens";
import type { Desk } from "@/lib/proceedings/perform";
import { workWithin, type WorkResult } from "@/lib/proceedings/perform-work";
import { done, refused, type Result } from "@/lib/result";
import { isPersonSeen } from "@/lib/store/persons";
import { reachOf } from "@/lib/store/reach";
import {
  insertCase,
  insertPerson,
  linkFile,
  nameAccused,
  type CaseInput,
  type PersonInput,
} from "@/lib/store/registration";
import { inTransaction, type Tx } from "@/lib/store/transaction";
import { answerOf, changesIn, dateColumns } from "@/lib/units/edit";
import type { EditRefusal } from "@/lib/units/view";
import type { CaseEdit, PersonEdit, Registration } from "./schema";
import { queryOf } from "./seen";
import type { Registered } from "./view";

/** Columns of a person as the form gives them; what is searched by is folded from the name and its parts. */
export function personInput(p: Omit<PersonEdit, "personId" | "version" | "told">): PersonInput {
  const { birthText, deathText, variants, ...own } = p;
  return {
    ...own,
    birth: dateColumns(birthText),
    death: dateColumns(deathText),
    key: searchKey(p.name),
    variants: variants.map((variant) => ({ ...variant, key: searchKey(variant.text) })),
  };
}

type Episode = Omit<CaseEdit, "caseId" | "version" | "told">;
export function caseInput(c: Episode, groupId: string | null, regionalBodyId: string | null): CaseInput {
  const { dateText, measures, episode, category, region, organ, organText, charges } = c;
  return {
    ...{ episode, category, region, organ, organText, charges, groupId, regionalBodyId },
    date: dateColumns(dateText),
    measures: measures.map(({ dateText: text, ...measure }) => ({ ...measure, date: dateColumns(text) })),
  };
}

/** A case in one line a field, as the history keeps it. */
export function caseWords(c: Episode): Record<string, Json> {
  const { episode, category, region, organ, organText, dateText } = c;
  return {
    ...{ episode, category, region, organ, organText, dateText },
    charges: c.charges.map(({ article, text }) => [article, text].filter(Boolean).join(" ")).join("; "),
    measures: c.measures
      .map(({ kind, text, dateText: date }) => [kind, text, date].filter(Boolean).join(" "))
      .join("; "),
  };
}

/** A person in one line a field, as the history keeps it. */
export function personWords(p: Omit<PersonEdit, "personId" | "version" | "told">): Record<string, Json> {
  const { variants, ...own } = p;
  return { ...own, variants: variants.map((variant) => variant.text).join("; ") };
}

type Left = { condition: "gone" } | { condition: "linkedAlready" };

/**
 * Registers a person and a case from a file: both, or neither. Where the archivist said "this is the same person",
 * only the case is new; two people are never made one by a likeness of names.
 */
export async function register(
  desk: Desk,
  actor: Actor,
  wanted: Registration,
): Promise<Result<Registered, EditRefusal>> {
  return inTransaction(desk.prisma, async (tx): Promise<Result<Registered, EditRefusal>> => {
    const person = wanted.personId
      ? await known(tx, actor, wanted.personId)
      : await workWithin<string, Left>(tx, desk, actor, newPerson(actor, wanted));
    if (!person.ok) return refusalOf(person);
    const personId = person.value;
    const added = await workWithin<string, Left>(tx, desk, actor, newCase(actor, wanted, personId));
    return added.ok ? done({ personId, caseId: added.value }) : refusalOf(added);
  });
}

type Refused = Exclude<WorkResult<string, EditRefusal>, { ok: true }>;
const refusalOf = (result: Refused): Result<Registered, EditRefusal> => {
  const answer = answerOf(result);
  return answer.ok ? refused({ condition: "gone" }) : answer;
};

async function known(tx: Tx, actor: Actor, id: string): Promise<{ ok: true; value: string } | Refused> {
  const seen = await isPersonSeen(queryOf(tx), await reachOf(tx, actor), id);
  return seen ? { ok: true, value: id } : { ok: false, unknown: true };
}

const newPerson = (actor: Actor, wanted: Registration) => ({
  work: "register_person" as const,
  about: { fileId: wanted.fileId },
  touch: async (tx: Tx) => {
    const person = personInput(wanted);
    const id = await insertPerson(tx, actor.accountId, person);
    const words = personWords(pickPerson(wanted));
    const arrived = [{ what: "person" as const, id, hash: hashOf(words) }];
    return { value: id, facts: { changes: changesIn({}, words) }, about: { personId: id }, arrived };
  },
});

const newCase = (actor: Actor, wanted: Registration, personId: string) => ({
  work: "register_case" as const,
  about: { fileId: wanted.fileId },
  touch: async (tx: Tx, at: Date) => {
    const { fileId, bond, groupId, regionalBodyId, name } = wanted;
    const by = actor.accountId;
    const caseId = await insertCase(tx, by, personId, caseInput(wanted, groupId, regionalBodyId));
    await linkFile(tx, { caseId, fileId, bond, by, at });
    await nameAccused(tx, fileId, personId, name);
    const words = caseWords(wanted);
    const arrived = [{ what: "case" as const, id: caseId, hash: hashOf(words) }];
    return {
      value: caseId,
      facts: { bond, changes: changesIn({}, words) },
      about: { caseId, personId },
      arrived,
    };
  },
});

/** The person's own fields of a form that holds a case as well. */
export function pickPerson(w: Registration): Omit<PersonEdit, "personId" | "version" | "told"> {
  const { name, surname, given, patronymic, variants, birthText, birthPlace, deathText, sex, nationality } =
    w;
  return { name, surname, given, patronymic, variants, birthText, birthPlace, deathText, sex, nationality };
}
