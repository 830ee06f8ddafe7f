import type { z } from "zod";
import type { Actor } from "@/lib/law/actor";
import type { Desk } from "@/lib/proceedings/perform";
import { performWork } from "@/lib/proceedings/perform-work";
import { refused, type Result } from "@/lib/result";
import {
  linkFile as link,
  loadCaseHeld,
  loadPersonHeld,
  updateCase,
  updatePerson,
  type PersonHeld,
} from "@/lib/store/registration";
import { isPersonSeen } from "@/lib/store/persons";
import { reachOf } from "@/lib/store/reach";
import { inTransaction, type Tx } from "@/lib/store/transaction";
import { answerOf, changesIn, untoldVoids, type Change } from "@/lib/units/edit";
import type { Edited, EditRefusal } from "@/lib/units/view";
import { caseInput, caseWords, personInput, personWords } from "./perform";
import type { CaseEdit, fileLink, PersonEdit } from "./schema";
import { queryOf } from "./seen";

type Answer = Promise<Result<Edited, EditRefusal>>;

/** Fields of a person that signatures of a rehabilitation cover; the others are edited without touching one. */
const signed = new Set(["name", "birthText", "birthPlace"]);
/** Of a case everything but its place in the work of the commission. */
const unsigned = new Set(["episode", "category", "region"]);

const stale = (changes: Change[]): EditRefusal => ({
  condition: "stale",
  now: changes.map((c) => ({ what: c.what, value: c.before ?? "" })),
});

/** Edits who somebody is. What a live decision rests on is refused by the law: that is a correction. */
export async function editPerson(desk: Desk, actor: Actor, wanted: PersonEdit): Answer {
  const { personId, version, told, ...after } = wanted;
  // Before the law is asked: its refusal would say that there is somebody.
  if (!(await inTransaction(desk.prisma, (tx) => seenPerson(tx, actor, personId)))) {
    return refused({ condition: "gone" });
  }
  const result = await performWork<string, EditRefusal>(desk, actor, {
    work: "edit_person",
    about: { personId },
    touch: async (tx) => {
      const held = await seenPerson(tx, actor, personId);
      if (!held) return { left: { condition: "gone" } };
      const { version: now, ...before } = held;
      const changes = changesIn(personWords(asWords(before)), personWords(after));
      if (now !== version) return { left: stale(changes) };
      if (changes.length === 0) return { left: { condition: "same" } };
      const covers = changes.some((change) => signed.has(change.what));
      const untold = covers ? await untoldVoids(tx, "identity", { personId }, told) : null;
      if (untold) return { left: untold };
      await updatePerson(tx, personId, personInput(after));
      return { value: personId, facts: { changes }, edits: covers ? "identity" : "around" };
    },
  });
  return answerOf(result);
}

type Words = Parameters<typeof personWords>[0];
const asWords = (held: Omit<PersonHeld, "version">): Words => held as Words;

async function seenPerson(tx: Tx, actor: Actor, id: string): Promise<PersonHeld | null> {
  const seen = await isPersonSeen(queryOf(tx), await reachOf(tx, actor), id);
  return seen ? loadPersonHeld(tx, id) : null;
}

/** Edits the episode: organ, date, charges and measures are under signatures, its category and region are not. */
export async function editCase(desk: Desk, actor: Actor, wanted: CaseEdit): Answer {
  const { caseId, version, told, ...after } = wanted;
  const result = await performWork<string, EditRefusal>(desk, actor, {
    work: "edit_case",
    about: { caseId },
    touch: async (tx) => {
      const held = await loadCaseHeld(tx, caseId);
      if (!held) return { left: { condition: "gone" } };
      const changes = changesIn(caseWords(held), caseWords(after));
      if (held.version !== version) return { left: stale(changes) };
      if (changes.length === 0) return { left: { condition: "same" } };
      const covers = changes.some((change) => !unsigned.has(change.what));
      const untold = covers ? await untoldVoids(tx, "identity", { caseId }, told) : null;
      if (untold) return { left: untold };
      const decided = await updateCase(tx, caseId, caseInput(after, null, null));
      if (decided) return { left: { condition: "chargeDecided", text: decided.decided } };
      return { value: caseId, facts: { changes }, edits: covers ? "identity" : "around" };
    },
  });
  return answerOf(result);
}

/** Links a file to a case, or changes what it is to it. A required file linked later moves no stage back. */
export async function linkFile(desk: Desk, actor: Actor, wanted: z.output<typeof fileLink>): Answer {
  const { caseId, fileId, bond } = wanted;
  const result = await performWork<string, EditRefusal>(desk, actor, {
    work: "link_file",
    about: { caseId, fileId },
    touch: async (tx, at) => {
      const written = await link(tx, { caseId, fileId, bond, by: actor.accountId, at });
      if (!written) return { left: { condition: "linkedAlready" } };
      return { value: caseId, facts: { bond } };
    },
  });
  return answerOf(result);
}
