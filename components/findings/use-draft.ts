"use client";

import { useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
import type { Draft } from "@/lib/findings/view";
import { keepBackup, readBackup } from "./backup";
import type { SaveDraft } from "./types";

export type SaveState =
  | { kind: "saved"; at: string }
  | { kind: "unsaved" }
  | { kind: "saving" }
  /** The connection is lost: what was typed is kept in this browser and tried again. */
  | { kind: "retrying" }
  | { kind: "stale"; theirs: Draft; draftVersion: number; at: string }
  | {
      kind: "stopped";
      why: "submitted" | "refused" | "unknown" | "signed_out" | "fault";
      article?: string;
      condition?: string;
    }
  | { kind: "faults"; faults: Record<string, string> };

type Held = {
  draft: Draft;
  base: number;
  edit: number;
  savedEdit: number;
  flight: Promise<boolean> | null;
};
type Start = { versionId: string; draft: Draft; draftVersion: number; savedAt: string; save: SaveDraft };
const pause = 1_200;
const retryAfter = 5_000;

/** The draft on the screen and its way to the server: saved a moment after typing stops, kept here until it is. */
export function useDraft({ versionId, draft: server, draftVersion, savedAt, save }: Start) {
  const [draft, setDraft] = useState(server);
  const [state, setState] = useState<SaveState>({ kind: "saved", at: savedAt });
  const held = useRef<Held>({ draft: server, base: draftVersion, edit: 0, savedEdit: 0, flight: null });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const attempt = useCallback(async (): Promise<boolean> => {
    const now = held.current;
    const { edit } = now;
    setState({ kind: "saving" });
    const answer = await save({ versionId, draftVersion: now.base, draft: now.draft }).catch(() => null);
    const next = stateAfter(answer);
    if (answer?.ok && answer.value.kind === "saved") {
      now.base = answer.value.draftVersion;
      now.savedEdit = edit;
      const typedOn = edit !== now.edit;
      keepBackup(versionId, { base: now.base, draft: now.draft, synced: !typedOn });
      setState(typedOn ? { kind: "unsaved" } : next);
      return true;
    }
    setState(next);
    return false;
  }, [save, versionId]);

  /** Sends what is not saved yet, one request at a time; true when the server has everything. */
  const send = useCallback(async (): Promise<boolean> => {
    const now = held.current;
    clearTimeout(timer.current);
    while (now.flight) await now.flight;
    while (now.savedEdit !== now.edit) {
      now.flight = attempt();
      const sent = await now.flight;
      now.flight = null;
      if (!sent) return false;
    }
    return true;
  }, [attempt]);

  // A lost connection is tried again by itself; whatever else stands in the way waits for the person.
  useEffect(() => {
    if (state.kind !== "retrying") return;
    const again = setTimeout(() => void send(), retryAfter);
    return () => clearTimeout(again);
  }, [state, send]);

  const change = useCallback(
    (edit: (draft: Draft) => Draft): void => {
      const now = held.current;
      now.draft = edit(now.draft);
      now.edit++;
      setDraft(now.draft);
      keepBackup(versionId, { base: now.base, draft: now.draft, synced: false });
      setState((s) => (s.kind === "stale" || s.kind === "stopped" ? s : { kind: "unsaved" }));
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void send(), pause);
    },
    [send, versionId],
  );

  /** After a stale save: goes on from what stands there, with one's own text or with the other. */
  const settle = useCallback(
    (choice: "mine" | "theirs", theirs: Draft, base: number): void => {
      held.current.base = base;
      setState({ kind: "unsaved" });
      change(() => (choice === "mine" ? held.current.draft : theirs));
    },
    [change],
  );

  /** What this browser kept and the server does not have: typed while the connection was away, or in a closed tab. */
  const restore = useEffectEvent((): void => {
    const backup = readBackup(versionId);
    if (!backup || backup.synced) return;
    if (backup.base === draftVersion) return change(() => backup.draft);
    held.current.draft = backup.draft;
    setDraft(backup.draft);
    setState({ kind: "stale", theirs: server, draftVersion, at: savedAt });
  });

  useEffect(() => {
    const restoring = setTimeout(restore, 0);
    const online = (): void => void send();
    addEventListener("online", online);
    return () => {
      removeEventListener("online", online);
      clearTimeout(restoring);
      clearTimeout(timer.current);
    };
  }, [versionId, send]);

  return { draft, state, change, settle, send, base: () => held.current.base };
}

function stateAfter(answer: Awaited<ReturnType<SaveDraft>> | null): SaveState {
  if (!answer) return { kind: "retrying" };
  if (!answer.ok) {
    if (answer.kind === "fault") return { kind: "retrying" };
    return { kind: "stopped", why: answer.kind === "signed_out" ? "signed_out" : "fault" };
  }
  const { value } = answer;
  switch (value.kind) {
    case "saved":
      return { kind: "saved", at: value.savedAt };
    case "stale":
      return { kind: "stale", theirs: value.theirs, draftVersion: value.draftVersion, at: value.savedAt };
    case "faults":
      return { kind: "faults", faults: value.faults };
    case "refused":
      return { kind: "stopped", why: "refused", ...value.refusal };
    case "submitted":
    case "unknown":
      return { kind: "stopped", why: value.kind };
  }
}
