import { HistoryCheck } from "@/lib/ledger/check";
import type { Verdict } from "@/lib/ledger/fault";
import { appPool } from "@/lib/store/client";
import { readLedgerNow } from "@/lib/store/ledger-desk";
import { exportHistory } from "./export";
import type { PublicKeys } from "./public-keys";
import type { CheckStep } from "./view";

/** How many lines are looked at before others get their turn, and before somebody is told. */
const turn = 200;
const told = 1000;

let running = false;

/** Steps of a check of the live history, the verdict last; null while somebody else's is under way. */
export function checkLive(keys: PublicKeys): AsyncGenerator<CheckStep> | null {
  if (running) return null;
  running = true;
  return stepsOf(keys);
}

async function* stepsOf({ log, witnesses, quorum }: PublicKeys): AsyncGenerator<CheckStep> {
  const steps: CheckStep[] = [];
  let wake = (): void => undefined;
  const say = (step: CheckStep): void => {
    steps.push(step);
    wake();
  };
  const work = check({ log, witnesses, quorum }, say).then(
    (verdict) => say({ is: "done", verdict }),
    () => say({ is: "failed" }),
  );
  try {
    for (;;) {
      const step = steps.shift();
      if (step) yield step;
      if (step && step.is !== "checking") return;
      if (!step) await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    await work;
    running = false;
  }
}

async function check(keys: PublicKeys, say: (step: CheckStep) => void): Promise<Verdict> {
  const { entries } = await readLedgerNow(appPool());
  const client = await appPool().connect();
  const checking = new HistoryCheck({ ...keys, now: Date.now() / 1000 });
  let lines = 0;
  say({ is: "checking", lines, entries });
  try {
    await exportHistory(client, { kind: "full", origin: keys.log.name, quorum: keys.quorum }, (line) => {
      checking.take(line);
      if (++lines % told === 0) say({ is: "checking", lines: Math.min(lines, entries), entries });
      return lines % turn === 0 ? new Promise((resolve) => setImmediate(resolve)) : undefined;
    });
    return checking.end();
  } finally {
    client.release();
  }
}
