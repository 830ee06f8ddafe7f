"use server";

import { action } from "@/lib/action";
import { openOwnDraft, saveOwnDraft, submitOwnFinding } from "@/lib/findings/act";
import { openDraftSchema, saveDraftSchema, submitSchema } from "@/lib/findings/schema";

export const openDraft = action({ input: openDraftSchema, run: openOwnDraft });

export const saveDraft = action({ input: saveDraftSchema, run: saveOwnDraft });

export const submitFinding = action({
  input: submitSchema,
  run: submitOwnFinding,
  revalidate: () => ["/"],
});
