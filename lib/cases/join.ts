import type { Actor } from "@/lib/law/actor";
import type { Work } from "@/lib/law/acts";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { Refusal } from "@/lib/law/refusals";
import { performWithin, type Desk } from "@/lib/proceedings/perform";
import { workWithin } from "@/lib/proceedings/perform-work";
import { done, refused, type Result } from "@/lib/result";
import { endJoin, holdJoin, insertJoin, type JoinHeld } from "@/lib/store/case-joins";
import { newId } from "@/lib/store/id";
import { lock } from "@/lib/store/matters";
import { reachOf, seenSubjects } from "@/lib/store/reach";
import { inTransaction, type Tx } from "@/lib/store/transaction";
import { deskAt, tell } from "./perform-act";
import type { JoinForm } from "./schema";
import type { Told } from "./view-told";
import type { JoinLeft, JoinRefusal } from "./view-joins";

export type JoinInput = { caseId: string; leadId: string; note: string };
type Answer = Promise<Result<null, JoinRefusal>>;
type JoinWork = Extract<Work, "join_cases" | "part_cases">;
type Said = JoinInput & { by: string; at: Date };
/** What is written once both are held; or what stands in the way. */
type Write = (tx: Tx, held: JoinHeld, said: Said, withdraw: Withdraw) => Promise<JoinRefusal | null>;
type Withdraw = (proceeding: JoinHeld["open"][number]) => Promise<Refusal | null>;

/** Why the first cannot point to the other. */
function standsAgainst(held: JoinHeld, { caseId, leadId }: JoinInput): JoinLeft | null {
  if (caseId === leadId || held.join) return "joinedAlready";
  if (held.leadPointsOn) return "leadJoined";
  if (held.leadsOthers) return "leadsJoined";
  if (!held.onePerson) return "twoPeople";
  // A decision does not move: where there is one, its case leads.
  return held.decided.case && !held.decided.lead ? "decidedLeads" : null;
}

const writes: Record<JoinWork, Write> = {
  async join_cases(tx, held, said, withdraw) {
    const left = standsAgainst(held, said);
    if (left) return { condition: left };
    for (const proceeding of held.open) {
      const refusal = await withdraw(proceeding);
      if (refusal) return refusal;
    }
    await insertJoin(tx, said);
    return null;
  },
  async part_cases(tx, { join }, said) {
    if (join?.leadId !== said.leadId) return { condition: "notJoinedNow" };
    await endJoin(tx, join.id, said);
    return null;
  },
};

/**
 * The same episode was registered twice: the first case points to the other from now on, which leads. Its open proceeding is
 * withdrawn for that reason; files, findings and decisions stay where they are (article P31).
 */
export const joinCases = (desk: Desk, actor: Actor, wanted: JoinInput): Answer =>
  onBoth(desk, actor, "join_cases", wanted);

/** They are two cases again. What was withdrawn stays withdrawn, and is opened anew where it is wanted (article P32). */
export const partCases = (desk: Desk, actor: Actor, wanted: JoinInput): Answer =>
  onBoth(desk, actor, "part_cases", wanted);

/** In one transaction, with an entry in the history of each of the two. */
function onBoth(desk: Desk, actor: Actor, work: JoinWork, wanted: JoinInput): Answer {
  const { caseId, leadId, note } = wanted;
  const withdrawIn =
    (tx: Tx): Withdraw =>
    async ({ id: proceeding, version }) => {
      const request = {
        act: "withdraw",
        proceeding,
        version,
        reason: { code: "duplicate", text: note },
      } as const;
      const [result] = await performWithin(tx, desk, actor, { key: newId(), requests: [request] });
      if (result?.ok) return null;
      return result && "refusal" in result ? result.refusal : { article: "B4", condition: "heldRole" };
    };
  return inTransaction(desk.prisma, async (tx) => {
    await lock(tx, { proceedings: [], kind: "rehabilitation", files: [], cases: [caseId, leadId] });
    // The law is asked of both before anything is written of either.
    const looked = await workWithin<null, "looked">(tx, desk, actor, {
      work,
      about: { caseId: leadId },
      touch: async () => ({ left: "looked" }),
    });
    if (!("left" in looked)) return refused("refusal" in looked ? looked.refusal : gone);
    const result = await workWithin<null, JoinRefusal>(tx, desk, actor, {
      work,
      about: { caseId },
      touch: async (_, at) => {
        const held = await holdJoin(tx, caseId, leadId);
        const left = await writes[work](tx, held, { ...wanted, by: actor.accountId, at }, withdrawIn(tx));
        if (left) return { left: (await areSeen(tx, actor, held.thirds)) ? left : gone };
        return { value: null, facts: { other: leadId, leads: leadId, note } };
      },
    });
    if (!result.ok) {
      if ("left" in result) return refused(result.left);
      return refused("refusal" in result ? result.refusal : gone);
    }
    await workWithin<null>(tx, desk, actor, {
      work,
      about: { caseId: leadId },
      touch: async () => ({ value: null, facts: { other: caseId, leads: leadId, note } }),
    });
    return done(null);
  });
}

const gone: JoinRefusal = { condition: "gone" };

/** Of a third case that this person does not see nothing is told, and so neither that it stands in the way. */
async function areSeen(tx: Tx, actor: Actor, cases: readonly string[]): Promise<boolean> {
  const subjects = cases.map((id) => ({ id, fileId: null, caseId: id }));
  return (await seenSubjects(tx, await reachOf(tx, actor), subjects)).size === cases.length;
}

/** What the form on the page of a case says; which of the two leads goes along with it. */
export async function joinAsked(actor: Actor, input: JoinForm, now: Date): Promise<Result<null, Told>> {
  const { caseId, otherId, act, note, locale } = input;
  const wanted =
    act === "lead" ? { caseId: otherId, leadId: caseId, note } : { caseId, leadId: otherId, note };
  const desk = deskAt(now);
  const parts = act === "part" ? partCases : joinCases;
  return toldIn(await parts(desk, actor, wanted), locale);
}

async function toldIn(answer: Result<null, JoinRefusal>, locale: Locale): Promise<Result<null, Told>> {
  if (answer.ok || answer.kind !== "refusal") return answer;
  const refusal = answer.refusals[0]!;
  if ("article" in refusal) return refused(await tell(refusal, locale));
  if (refusal.condition === "gone") return refused(await tell(null, locale));
  const words = await translator(locale, "cases");
  return refused({ article: null, sentence: words(`join.refusal.${refusal.condition}`), stale: false });
}
