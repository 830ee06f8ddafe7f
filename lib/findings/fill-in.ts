import type { Locale } from "@/lib/i18n/locales";
import type { CommonDesk, SharedCase } from "@/lib/store/commons";
import type { VersionBody } from "@/lib/store/finding-writes";
import type { EpisodeRow } from "@/lib/store/findings";
import { newId } from "@/lib/store/id";
import { prefill } from "./prefill";
import { toBody, toDraft } from "./rows";
import { giveWay, isFilled, type ClaimDraft, type Draft } from "./view";

/** What each case says for itself; the rest the common part says. */
const ownKinds = ["identity", "applied", "exclusion"];

type Filling = {
  episode: EpisodeRow;
  one: SharedCase;
  common: CommonDesk;
  said: { earlierSearch: string; exclusionCheck: string; ground: string; language: Locale };
};

/** A draft with everything that it leaves empty: what is written stays, the list and the common part say the rest. */
export async function fillIn(begun: VersionBody, of: Filling): Promise<VersionBody> {
  const draft = toDraft(begun, of.episode.charges);
  const suggested = (await prefill(of.episode, ownKinds, of.said.language)).map((claim) => ({
    ...claim,
    citations: [],
  }));
  return toBody({
    fields: fieldsOf(draft, of),
    charges: draft.charges.map((c) => (c.outcome ? c : { ...c, outcome: "rehabilitate" })),
    claims: claimsOf(draft, suggested, of),
  });
}

function fieldsOf({ fields }: Draft, { common, said }: Filling): Draft["fields"] {
  return {
    ...fields,
    commonVersionId: fields.commonVersionId ?? common.released!.id,
    earlierSearch: fields.earlierSearch || said.earlierSearch,
    earlierFound: fields.earlierFound ?? false,
    exclusionCheck: fields.exclusionCheck || said.exclusionCheck,
    exclusionFound: fields.exclusionFound ?? false,
    ground: fields.ground || said.ground,
    whole: fields.whole ?? "rehabilitate",
  };
}

function claimsOf(draft: Draft, suggested: readonly ClaimDraft[], of: Filling): ClaimDraft[] {
  const spoken = draft.fields.commonVersionId ? [] : of.common.newest.claims;
  const kept = giveWay(draft.claims, spoken);
  const added = suggested.filter((s) => !kept.some((c) => c.kind === s.kind));
  const textOf = (kind: string): string => suggested.find((s) => s.kind === kind)?.text ?? "";
  return [...kept, ...added].map((claim) => ({
    ...claim,
    text: isFilled(claim.text) ? claim.text : textOf(claim.kind),
    citations: claim.citations.length > 0 ? claim.citations : citationsOf(claim, of),
  }));
}

/** The list's own line of this person. Where nobody noted it the claim stays uncited, and R2 says so. */
function citationsOf({ kind }: ClaimDraft, { one, common }: Filling): ClaimDraft["citations"] {
  if (!one.mention || !["identity", "applied"].includes(kind)) return [];
  const { position, name } = one.mention;
  const at = { id: newId(), fileId: common.file.id, from: position, to: position };
  return [{ ...at, quote: name, translation: "", reliability: "" }];
}
