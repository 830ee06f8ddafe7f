"use client";

import { useState } from "react";
import { useHotkeys } from "react-hotkeys-hook";
import { useShortcuts } from "@/components/ui/shortcuts";
import type { ReadingView } from "@/lib/findings/view-reading";
import type { KeepMarks } from "./types";

/** Which claim is read and which citation is on the table; what was accepted. After the last claim stands the end. */
export function useReading(view: ReadingView, keep: KeepMarks) {
  const [at, setAt] = useState(0);
  const [citation, setCitation] = useState(0);
  const [accepted, setAccepted] = useState<readonly string[]>(view.accepted);
  const [asking, setAsking] = useState(false);
  const { enabled } = useShortcuts();
  const last = view.claims.length;
  const claim = view.claims[at];
  const go = (to: number): void => {
    setAt(Math.max(0, Math.min(last, to)));
    setCitation(0);
  };
  const mark = (keys: readonly string[]): void => {
    setAccepted(keys);
    void keep({ versionId: view.versionId, keys: [...keys] });
  };
  const accept = (): void => {
    if (!claim) return;
    if (!accepted.includes(claim.key)) mark([...accepted, claim.key]);
    go(at + 1);
  };
  const takeBack = (): void => mark(accepted.filter((key) => key !== claim?.key));
  const ask = (): void => setAsking(view.mayAsk && claim !== undefined);
  const on = enabled && !asking;
  useHotkeys("a", accept, { enabled: on });
  useHotkeys("q", ask, { enabled: on, preventDefault: true });
  useHotkeys("j", () => go(at + 1), { enabled: on });
  useHotkeys("k", () => go(at - 1), { enabled: on });
  return { at, go, claim, citation, setCitation, accepted, accept, takeBack, asking, setAsking, ask };
}
export type Reading = ReturnType<typeof useReading>;
