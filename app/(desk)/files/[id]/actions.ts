"use server";

import { action } from "@/lib/action";
import { ownDesk } from "@/lib/proceedings/desk";
import * as files from "@/lib/units/perform";
import * as contents from "@/lib/units/perform-contents";
import { openDeclassification as open } from "@/lib/units/perform-opening";
import * as spans from "@/lib/units/perform-spans";
import * as schema from "@/lib/units/schema";

const shown = (_: unknown, { fileId }: { fileId: string }) => [`/files/${fileId}`];

export const describeFile = action({
  input: schema.description,
  run: (actor, input) => files.describeFile(ownDesk(), actor, input),
  revalidate: shown,
});

export const countSheets = action({
  input: schema.sheetCount,
  run: (actor, input) => files.countSheets(ownDesk(), actor, input),
  revalidate: shown,
});

export const nameOwners = action({
  input: schema.ownership,
  run: (actor, input) => files.nameOwners(ownDesk(), actor, input),
  revalidate: shown,
});

export const saveSecrecy = action({
  input: schema.secrecySpans,
  run: (actor, input) => spans.saveSecrecy(ownDesk(), actor, input),
  revalidate: shown,
});

export const saveAccess = action({
  input: schema.accessSpans,
  run: (actor, input) => spans.saveAccess(ownDesk(), actor, input),
  revalidate: shown,
});

export const describeMaterial = action({
  input: schema.material,
  run: (actor, input) => contents.describeMaterial(ownDesk(), actor, input),
  revalidate: shown,
});

export const nameMention = action({
  input: schema.mention,
  run: (actor, input) => contents.nameMention(ownDesk(), actor, input),
  revalidate: shown,
});

export const openDeclassification = action({
  input: schema.opening,
  run: (actor, input) => open(ownDesk(), actor, input),
  revalidate: shown,
});
