import type { Locale } from "@/lib/i18n/locales";
import type { Actor } from "@/lib/law/actor";
import { perform, type Desk } from "@/lib/proceedings/perform";
import { workWithin, type Left, type Touched } from "@/lib/proceedings/perform-work";
import { loadCommon, type CommonDesk, type SharedCase } from "@/lib/store/commons";
import { emptyBody, insertFinding, insertVersion, type VersionBody } from "@/lib/store/finding-writes";
import { loadStudy, overTx, type ClaimRow, type StudyRow } from "@/lib/store/findings";
import { newId } from "@/lib/store/id";
import { reachOf } from "@/lib/store/reach";
import { inTransaction, type Tx } from "@/lib/store/transaction";
import { prefill } from "./prefill";
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

/** What each case says for itself; the rest the common part says. */
const ownKinds = ["identity", "applied", "exclusion"];

/**
 * Findings for many cases of one list in one act: each is filled in with its own person, cited to the sheet of
 * the list that names them, and submitted (R2) with the others, with a result for each. A draft that somebody
 * already wrote is submitted as it stands. The same key gives the same answer.
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
  const shared = common.cases.filter((c) => asked.has(c.caseId) && !c.draft);
  // In the order in which every writer locks.
  for (const one of [...shared].sort((a, b) => a.caseId.localeCompare(b.caseId))) {
    await workWithin<null, "there">(tx, desk, actor, {
      work: "save_draft",
      about: { caseId: one.caseId },
      touch: async (within, at): Promise<Touched<null> | Left<"there">> => {
        const study = await loadStudy(overTx(within), reach, one.caseId, actor.accountId);
        if (!study || study.newest) return { left: "there" };
        const findingId = await insertFinding(within, { caseId: one.caseId }, actor.accountId);
        const body = await bodyOf(study, one, common, input);
        await insertVersion(within, { findingId, number: 1, authorId: actor.accountId, at }, body);
        return { value: null, facts: { version: 1, common: common.released!.id } };
      },
    });
  }
}

async function bodyOf(
  study: StudyRow,
  one: SharedCase,
  common: CommonDesk,
  said: ListInput,
): Promise<VersionBody> {
  const claims = await prefill(study.episode, ownKinds, said.language);
  return {
    ...emptyBody,
    commonVersionId: common.released!.id,
    outcome: "full",
    ground: said.ground || null,
    earlierSearch: said.earlierSearch,
    exclusionCheck: said.exclusionCheck,
    exclusionFound: false,
    claims: claims.map((claim) => (claim.kind === "exclusion" ? claim : cited(claim, one, common))),
    charges: study.episode.charges.map(({ id }) => ({
      chargeId: id,
      outcome: "rehabilitate" as const,
      reason: null,
    })),
  };
}

/** The list's own line of this person. Where nobody noted it the claim stays uncited, and R2 says so. */
function cited(claim: ClaimRow, { mention }: SharedCase, common: CommonDesk): ClaimRow {
  if (!mention) return claim;
  const { position, name } = mention;
  const citation = { id: newId(), fileId: common.file.id, from: position, to: position, quote: name };
  return { ...claim, citations: [{ ...citation, translation: null, reliability: null }] };
}
