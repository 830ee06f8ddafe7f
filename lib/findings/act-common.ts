import type { z } from "zod";
import type { Actor } from "@/lib/law/actor";
import { ownDesk } from "@/lib/proceedings/desk";
import type { WorkResult } from "@/lib/proceedings/perform-work";
import { done, type Result } from "@/lib/result";
import type * as schema from "./schema";
import { submitList } from "./submit-list";
import type { CommonAnswer, ListItem, Saved } from "./view-answers";
import { createCommon, releaseCommon, reviseCommon, saveCommon } from "./write-common";

/** What the server actions of common findings run. */
export async function createOwnCommon(
  actor: Actor,
  input: z.output<typeof schema.createCommonSchema>,
): Promise<Result<CommonAnswer, never>> {
  return done(answerOf(await createCommon(ownDesk(), actor, input)));
}

export async function saveOwnCommon(
  actor: Actor,
  input: z.output<typeof schema.saveDraftSchema>,
): Promise<Result<Saved, never>> {
  return done(await saveCommon(ownDesk(), actor, input));
}

export async function releaseOwnCommon(
  actor: Actor,
  { fileId, ...input }: z.output<typeof schema.releaseCommonSchema>,
): Promise<Result<CommonAnswer, never>> {
  return done(answerOf(await releaseCommon(ownDesk(), actor, input, fileId)));
}

export async function reviseOwnCommon(
  actor: Actor,
  { findingId, fileId }: z.output<typeof schema.reviseCommonSchema>,
): Promise<Result<CommonAnswer, never>> {
  return done(answerOf(await reviseCommon(ownDesk(), actor, findingId, fileId)));
}

export async function submitOwnList(
  actor: Actor,
  { item, ...input }: z.output<typeof schema.submitListSchema>,
): Promise<Result<ListItem[], never>> {
  const items = item.map((text) => {
    const [caseId = "", proceeding = "", version = "0"] = text.split(":");
    return { caseId, proceeding, version: Number(version) };
  });
  return done(await submitList(ownDesk(), actor, { ...input, items }));
}

function answerOf<N extends "incomplete" | "released" | "elsewhere">(
  result: WorkResult<{ findingId: string }, N>,
): CommonAnswer {
  if (result.ok) return { kind: "done", findingId: result.value.findingId };
  if ("left" in result) return { kind: result.left };
  return "refusal" in result ? { kind: "refused", refusal: result.refusal } : { kind: "unknown" };
}
