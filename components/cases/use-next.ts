"use client";

import { useEffect, useSyncExternalStore } from "react";

const store = "aqtalu:next";
const never = () => () => undefined;
const kept = (): string | null => sessionStorage.getItem(store);
const none = (): null => null;

/**
 * The address after this proceeding in the queue. Once it is done it waits no longer, and the queue alone would
 * lead back to its beginning: what lay after it is remembered from when it still waited (in this tab, and no name).
 */
export function useNext(proceeding: string | null, waits: boolean, next: string | null): string | null {
  const remembered = useSyncExternalStore(never, kept, none);
  useEffect(() => {
    if (waits && proceeding) sessionStorage.setItem(store, JSON.stringify([proceeding, next]));
  }, [waits, proceeding, next]);
  if (waits || !remembered) return next;
  const [after, then] = JSON.parse(remembered) as [string, string | null];
  return after === proceeding && then ? then : next;
}
