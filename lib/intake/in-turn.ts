/** A place in a line: `came` once all before it have ended. Whoever takes one ends it, whatever happens. */
export type Turn = { came: Promise<void>; end: () => void };

/** A line in which whatever is done side by side is ended in the order in which it was begun. */
export function inTurn(): () => Turn {
  let last = Promise.resolve();
  return () => {
    const came = last;
    let end = (): void => undefined;
    const ended = new Promise<void>((resolve) => (end = resolve));
    last = came.then(() => ended);
    return { came, end };
  };
}
