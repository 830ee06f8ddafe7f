type Close = () => Promise<void>;

const closers: Close[] = [];
let ending: Promise<never> | null = null;

/** What was opened last is closed first: web, worker, PostgreSQL. */
export function atEnd(close: Close): void {
  closers.push(close);
}

/** Goes down in order and leaves with this code; asked again, it is the same going down. */
export function goDown(code: number): Promise<never> {
  return (ending ??= closeAll(code));
}

export const isEnding = (): boolean => ending !== null;

async function closeAll(code: number): Promise<never> {
  let result = code;
  for (const close of closers.reverse()) {
    await close().catch((fault: unknown) => {
      console.error(fault);
      result = 1;
    });
  }
  process.exit(result);
}

/** `code`: what being told to end means. A server that is told to end has done well; a check has not. */
export function endOnSignals(code = 0): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void goDown(code));
}
