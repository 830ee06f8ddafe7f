import { systemClock } from "@/lib/clock";
import type { Actor } from "@/lib/law/actor";
import { appClient, appPool } from "@/lib/store/client";
import { loadRules } from "@/lib/store/matters";
import { listCommons } from "@/lib/store/commons";
import { listReliabilities, loadStudy } from "@/lib/store/findings";
import { loadReach } from "@/lib/store/reach";
import { prefill } from "./prefill";
import { toDraft } from "./rows";
import { isId } from "./view";
import type { Editing } from "./view-editor";

/** Everything the editor of a case's finding shows; null where there is no such case for this person. */
export async function readEditing(actor: Actor, caseId: string): Promise<Editing | null> {
  if (!isId(caseId)) return null;
  const db = appPool();
  const reach = await loadReach(db, actor);
  const study = await loadStudy(db, reach, caseId, actor.accountId);
  if (!study) return null;
  const now = systemClock();
  const [rules, commons, reliabilities] = await Promise.all([
    loadRules(appClient(), now),
    listCommons(
      db,
      reach,
      study.files.map((f) => f.id),
    ),
    listReliabilities(db),
  ]);
  const said = await prefill(study.episode, rules.requiredClaims, "ru");
  const { newest, proceeding } = study;
  const writable = proceeding?.mine === true && proceeding.step === "study";
  const ownDraft = newest && !newest.submittedAt && newest.authorId === actor.accountId ? newest : null;
  return {
    study,
    writable,
    draft: writable && ownDraft ? toDraft(ownDraft, study.episode.charges) : null,
    requiredKinds: rules.requiredClaims,
    suggested: Object.fromEntries(said.map((claim) => [claim.kind, claim.text])),
    commons,
    reliabilities,
  };
}
