import type { Actor } from "@/lib/law/actor";
import { ownDesk } from "@/lib/proceedings/desk";
import { done, type Result } from "@/lib/result";
import type { z } from "zod";
import { submit } from "./perform";
import type { openDraftSchema, saveDraftSchema, submitSchema } from "./schema";
import type { Opened, Saved, Submitted } from "./view-answers";
import { openDraft, saveDraft } from "./write";

/** What the server actions of findings run: expected answers are values, so that the screen shows each in its place. */
export async function openOwnDraft(
  actor: Actor,
  input: z.output<typeof openDraftSchema>,
): Promise<Result<Opened, never>> {
  const opened = await openDraft(ownDesk(), actor, input);
  if (opened.ok) return done({ kind: "open" });
  if ("left" in opened) return done({ kind: "open" });
  return done("refusal" in opened ? { kind: "refused", refusal: opened.refusal } : { kind: "unknown" });
}

export async function saveOwnDraft(
  actor: Actor,
  input: z.output<typeof saveDraftSchema>,
): Promise<Result<Saved, never>> {
  return done(await saveDraft(ownDesk(), actor, input));
}

export async function submitOwnFinding(
  actor: Actor,
  input: z.output<typeof submitSchema>,
): Promise<Result<Submitted, never>> {
  return done(await submit(ownDesk(), actor, input));
}
