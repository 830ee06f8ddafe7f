"use server";

import { action } from "@/lib/action";
import {
  createOwnCommon,
  releaseOwnCommon,
  reviseOwnCommon,
  saveOwnCommon,
  submitOwnList,
} from "@/lib/findings/act-common";
import {
  createCommonSchema,
  releaseCommonSchema,
  reviseCommonSchema,
  saveDraftSchema,
  submitListSchema,
} from "@/lib/findings/schema";

export const createCommon = action({ input: createCommonSchema, run: createOwnCommon });

export const saveCommon = action({ input: saveDraftSchema, run: saveOwnCommon });

export const releaseCommon = action({ input: releaseCommonSchema, run: releaseOwnCommon });

export const reviseCommon = action({ input: reviseCommonSchema, run: reviseOwnCommon });

export const submitFindings = action({ input: submitListSchema, run: submitOwnList });
