import type { Draft } from "@/lib/findings/view";
import type { Saved, Submitted } from "@/lib/findings/view-answers";
import type { Result } from "@/lib/result";

export type SaveDraft = (input: {
  versionId: string;
  draftVersion: number;
  draft: Draft;
}) => Promise<Result<Saved, never>>;
export type SubmitDraft = (input: {
  key: string;
  proceeding: string;
  version: number;
  versionId: string;
  draftVersion: number;
}) => Promise<Result<Submitted, never>>;
export type KeepMarks = (input: { versionId: string; keys: string[] }) => Promise<unknown>;
