import type { Draft } from "@/lib/findings/view";

/** What this browser keeps of a draft until the server has it. */
type Backup = { base: number; draft: Draft; synced: boolean };

const keyOf = (versionId: string): string => `aqtalu:finding:${versionId}`;

/** Storage can be full or switched off: the draft on the screen is not lost for that. */
export function keepBackup(versionId: string, backup: Backup): void {
  try {
    localStorage.setItem(keyOf(versionId), JSON.stringify(backup));
  } catch {
    return;
  }
}

export function readBackup(versionId: string): Backup | null {
  try {
    return JSON.parse(localStorage.getItem(keyOf(versionId)) ?? "null") as Backup | null;
  } catch {
    return null;
  }
}

export function dropBackup(versionId: string): void {
  try {
    localStorage.removeItem(keyOf(versionId));
  } catch {
    return;
  }
}
