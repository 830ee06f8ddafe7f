"use client";

import { useRouter } from "next/navigation";
import { useHotkeys } from "react-hotkeys-hook";
import { useShortcuts } from "./shortcuts";

/** On a page that is one of a row: j leads to the next, k to the one before. */
export function WalkKeys({ previous, next }: { previous: string | null; next: string | null }) {
  const router = useRouter();
  const { enabled } = useShortcuts();
  useHotkeys("j", () => next && router.push(next), { enabled, preventDefault: true });
  useHotkeys("k", () => previous && router.push(previous), { enabled, preventDefault: true });
  return null;
}
