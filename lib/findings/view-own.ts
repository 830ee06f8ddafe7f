import type { OwnCommon, OwnFile, OwnReading, OwnStudy } from "@/lib/store/commons";

export type { CommonDesk, SharedCase } from "@/lib/store/commons";
/** Findings with the same common part; the rest stand by themselves. */
export type ReadingGroup = { common: OwnReading["common"]; readings: OwnReading[] };
export type Own = { studies: OwnStudy[]; files: OwnFile[]; commons: OwnCommon[] };
