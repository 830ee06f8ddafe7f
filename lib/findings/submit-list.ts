import type { Locale } from "@/lib/i18n/locales";
import type { Actor } from "@/lib/law/actor";
import { perform, type Desk } from "@/lib/proceedings/perform";
import { workWithin, type Left, type Touched } from "@/lib/proceedings/perform-work";
import { loadCommon, type CommonDesk, type SharedCase } from "@/lib/store/commons";
import { emptyBody, insertFinding, insertVersion, replaceDraft } from "@/lib/store/finding-writes";
import { loadStudy, overTx, type StudyRow } from "@/lib/store/findings";
import { reachOf } from "@/lib/store/reach";
import { inTransaction, type Tx } from "@/lib/store/transaction";
import { fillIn } from "./fill-in";
import { told } from "./perform";
import type { ListItem } from "./view-answers";

export type ListInput = {
  key: string;
  findingId: string;
  items: readonly { caseId: string; proceeding: string; version: number }[];
  /** Said once for all of them. */
  earlierSearch: string;
  exclusionCheck: string;
  ground: string;
  language: Locale;
};

/**
 * Findings for many cases of one list in one act: each is filled in with its own person, cited to the sheet of
 * the list that names them, and submitted (R2) with the others, with a result for each. A draft already begun
 * keeps what is written in it; what it leaves empty is filled in. The same key gives the same answer.
 */
export async function submitList(desk: Desk, actor: Actor, input: ListInput): Promise<ListItem[]> {
  await inTransaction(desk.prisma, (tx) => makeDrafts(tx, desk, actor, input));
  const results = await perform(desk, actor, {
    key: input.key,
    requests: input.items.map(({ proceeding, version }) => ({ act: "submit", proceeding, version })),
  });
  return results.map((result, i) => ({ caseId: input.items[i]!.caseId, answer: told(result) }));
}

async function makeDrafts(tx: Tx, desk: Desk, actor: Actor, input: ListInput): Promise<void> {
  const reach = await reachOf(tx, actor);
  const common = await loadCommon(overTx(tx), reach, input.findingId, actor.accountId);
  if (!common?.released) return;
  const asked = new Set(input.items.map((i) => i.caseId));
  const shared = common.cases.filter((c) => asked.has(c.caseId));
  // In the order in which every writer locks.
  for (const one of [...shared].sort((a, b) => a.caseId.localeCompare(b.caseId))) {
    await workWithin<null, "there">(tx, desk, actor, {
      work: "save_draft",
      about: { caseId: one.caseId },
      touch: async (within, at) => {
        const study = await loadStudy(overTx(within), reach, one.caseId, actor.accountId);
        return study ? makeDraft(within, actor, { study, one, common, said: input }, at) : { left: "there" };
      },
    });
  }
}

async function makeDraft(
  tx: Tx,
  actor: Actor,
  of: { study: StudyRow; one: SharedCase; common: CommonDesk; said: ListInput },
  at: Date,
): Promise<Touched<null> | Left<"there">> {
  const { newest, episode } = of.study;
  // A submitted version came back: that one is written on singly, with the reasons it came back for.
  if (newest && (newest.submittedAt || newest.authorId !== actor.accountId)) return { left: "there" };
  const body = await fillIn(newest ?? emptyBody, { ...of, episode });
  const facts = { version: newest?.number ?? 1, common: of.common.released!.id };
  if (newest) {
    await replaceDraft(tx, newest.id, newest.draftVersion, body, at);
    return { value: null, facts };
  }
  const findingId = await insertFinding(tx, { caseId: episode.caseId }, actor.accountId);
  await insertVersion(tx, { findingId, number: 1, authorId: actor.accountId, at }, body);
  return { value: null, facts };
}
