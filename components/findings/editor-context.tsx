"use client";

import { createContext, useContext } from "react";
import type { FindingWords } from "@/lib/findings/sentences";
import type { Draft } from "@/lib/findings/view";
import type { CitableFile } from "@/lib/findings/view-cite";

/** What every part of the editor needs: the words, the files that can be cited, and how to change the draft. */
export type EditorDesk = {
  words: FindingWords;
  files: CitableFile[];
  reliabilities: { code: string; name: string }[];
  requiredKinds: readonly string[];
  /** What the registered episode says on a kind of claim: a new one begins with it. */
  suggested: Partial<Record<string, string>>;
  change(edit: (draft: Draft) => Draft): void;
  /** What is wrong with a control, once submitting was tried. */
  errorOf(field: string): string | undefined;
};

const Desk = createContext<EditorDesk | null>(null);
export const EditorDeskProvider = Desk.Provider;

export function useEditorDesk(): EditorDesk {
  const desk = useContext(Desk);
  if (!desk) throw new Error("a part of the editor stands outside of it");
  return desk;
}
