import type pg from "pg";
import { HistoryCheck } from "@/lib/ledger/check";
import type { Trust } from "@/lib/ledger/check-heads";
import type { Verdict } from "@/lib/ledger/fault";
import { exportHistory } from "./export";
import type { Keepers } from "./keepers";

/** Whom somebody believes who checks at the machine itself: its own signer, its own witnesses, its own clock. */
export function trustIn({ signer, witnesses, quorum }: Keepers, seen: readonly string[] = []): Trust {
  const now = Date.now() / 1000;
  return { log: signer.key, witnesses: witnesses.map(({ key }) => key), quorum, seen, now };
}

/** Checks the live history exactly as somebody would who was given its bundle. */
export async function verifyHistory(
  client: pg.ClientBase,
  trust: Trust,
  progress?: (lines: number) => void,
): Promise<Verdict> {
  const check = new HistoryCheck(trust);
  const options = { kind: "full", origin: trust.log.name, quorum: trust.quorum } as const;
  let lines = 0;
  await exportHistory(client, options, (line) => {
    check.take(line);
    if (++lines % 10_000 === 0) progress?.(lines);
  });
  return check.end();
}
