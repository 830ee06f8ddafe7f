/** Why the history may not go on, in a word for a sentence; with the sizes that it is about. */
export type Halt = { why: "behind" | "other"; witnessed: number; here: number; by: string };

/** As it is kept in the database. */
export const printHalt = ({ why, witnessed, here, by }: Halt): string => `${why} ${witnessed} ${here} ${by}`;

export function parseHalt(text: string): Halt | null {
  const match = /^(behind|other) (\d+) (\d+) (\S+)$/.exec(text);
  if (!match) return null;
  const [, why, witnessed, here, by = ""] = match;
  return { why: why as Halt["why"], witnessed: Number(witnessed), here: Number(here), by };
}
