/**
 * Makes of one step of catching up what many may ask for at a time: whoever asks waits for a step that began after they
 * asked, so that they see what was written before. Two never run beside each other. One that fails, fails for those who
 * wait for it, and the next tries again.
 */
export function inStep(catchUp: () => Promise<void>): () => Promise<void> {
  let last: Promise<unknown> = Promise.resolve();
  let waiting: Promise<void> | null = null;
  return () => {
    waiting ??= last.then(() => {
      waiting = null;
      const run = catchUp();
      last = run.catch(() => undefined);
      return run;
    });
    return waiting;
  };
}
