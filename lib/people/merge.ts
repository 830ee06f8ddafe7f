import type { z } from "zod";
import type { Actor } from "@/lib/law/actor";
import type { Desk } from "@/lib/proceedings/perform";
import { workWithin } from "@/lib/proceedings/perform-work";
import { refused, type Result } from "@/lib/result";
import { endPair, holdPair, insertPair, type PairsHeld } from "@/lib/store/person-pairs";
import { isPersonSeen } from "@/lib/store/persons";
import { reachOf } from "@/lib/store/reach";
import { inTransaction, type Tx } from "@/lib/store/transaction";
import { answerOf } from "@/lib/units/edit";
import type { Edited, EditRefusal } from "@/lib/units/view";
import type { comparison, PairInput } from "./schema";
import { queryOf } from "./seen";

type Answer = Promise<Result<Edited, EditRefusal>>;
type PairWork = "merge_people" | "unmerge_people" | "tell_apart";
type Said = PairInput & { by: string; at: Date };

/** What is written once both are held; or what stands in the way. */
type Write = (tx: Tx, held: PairsHeld, said: Said) => Promise<EditRefusal | null>;

/** One registration, or two that are one already: told of these two, or of each and a third. */
const areOne = ({ pair, pointsTo }: PairsHeld, { personId, otherId }: PairInput): boolean =>
  personId === otherId ||
  pair?.answer === "same" ||
  (pointsTo.person !== null && pointsTo.person === pointsTo.other);

const writes: Record<PairWork, Write> = {
  async merge_people(tx, held, said) {
    const { pair, pointsTo, ledByPerson, toldApart } = held;
    if (areOne(held, said)) return { condition: "oneAlready" };
    if (pointsTo.person ?? pointsTo.other) return { condition: "pointsElsewhere" };
    if (ledByPerson) return { condition: "leadsOthers" };
    if (toldApart) return { condition: "toldApart" };
    if (pair) await endPair(tx, pair.id, said);
    await insertPair(tx, { ...said, answer: "same" });
    return null;
  },
  async unmerge_people(tx, { pair, casesJoined }, said) {
    if (pair?.answer !== "same") return { condition: "apartAlready" };
    if (casesJoined) return { condition: "casesJoined" };
    await endPair(tx, pair.id, said);
    return null;
  },
  async tell_apart(tx, held, said) {
    if (areOne(held, said)) return { condition: "oneAlready" };
    if (held.pair) return { condition: "apartAlready" };
    await insertPair(tx, { ...said, answer: "other" });
    return null;
  },
};

/**
 * Two registrations are one person: the first points to the other from now on, which leads. Names, cases, files and
 * decisions stay where they are, so that undoing it has nothing to put back (article P28).
 */
export const mergePeople = (desk: Desk, actor: Actor, wanted: PairInput): Answer =>
  onPair(desk, actor, "merge_people", wanted);

/** The two are two again, as they were before (article P29). */
export const unmergePeople = (desk: Desk, actor: Actor, wanted: PairInput): Answer =>
  onPair(desk, actor, "unmerge_people", wanted);

/** They are two people, however alike: nobody is asked about them again (article P30). */
export const tellApart = (desk: Desk, actor: Actor, wanted: PairInput): Answer =>
  onPair(desk, actor, "tell_apart", wanted);

/** What somebody says who has compared two registrations. */
export function comparePeople(desk: Desk, actor: Actor, said: z.output<typeof comparison>): Answer {
  const { answer, ...pair } = said;
  if (answer === "two") return tellApart(desk, actor, pair);
  if (answer === "unmerge") return unmergePeople(desk, actor, pair);
  const { personId, otherId, note } = pair;
  return mergePeople(
    desk,
    actor,
    answer === "second" ? pair : { personId: otherId, otherId: personId, note },
  );
}

/** In one transaction, with an entry in the history of each of the two. */
function onPair(desk: Desk, actor: Actor, work: PairWork, wanted: PairInput): Answer {
  const { personId, otherId, note } = wanted;
  return inTransaction(desk.prisma, async (tx) => {
    const reach = await reachOf(tx, actor);
    const allSeen = async (ids: readonly string[]): Promise<boolean> => {
      for (const id of ids) if (!(await isPersonSeen(queryOf(tx), reach, id))) return false;
      return true;
    };
    if (!(await allSeen([personId, otherId]))) return refused({ condition: "gone" });
    const result = await workWithin<string, EditRefusal>(tx, desk, actor, {
      work,
      about: { personId },
      touch: async (_, at) => {
        const held = await holdPair(tx, personId, otherId);
        const left = await writes[work](tx, held, { ...wanted, by: actor.accountId, at });
        // Of others whom this person does not see nothing is told, and so neither what was said of them.
        if (left && held.pair === null && !(await allSeen(held.thirds)))
          return { left: { condition: "gone" } };
        return left ? { left } : { value: personId, facts: { other: otherId, note } };
      },
    });
    if (result.ok) await tellOfOther(tx, desk, actor, { work, wanted });
    return answerOf(result);
  });
}

/** What the law allows of the one it allows of the other: it goes by the office alone. */
async function tellOfOther(
  tx: Tx,
  desk: Desk,
  actor: Actor,
  { work, wanted }: { work: PairWork; wanted: PairInput },
): Promise<void> {
  const { personId, otherId, note } = wanted;
  const result = await workWithin<null>(tx, desk, actor, {
    work,
    about: { personId: otherId },
    touch: async () => ({ value: null, facts: { other: personId, note } }),
  });
  if (!result.ok) throw new Error(`${work} holds for one of the two only`);
}
