/** What nobody went on with for so long, in milliseconds, is not gone on with any more. */
export const LEFT_AFTER = 7 * 24 * 3_600_000;

/** A file where it lies: its name, and when anything was last written to it (milliseconds since 1970). */
export interface Lying {
  name: string;
  touched: number;
}

/**
 * Which uploads of a person have been left: each with what the protocol notes beside it (`<id>.json`), the upload first.
 * Whichever of the two was touched last speaks for both. Names of another form are nobody's upload and stay.
 */
export function leftUploads(lying: readonly Lying[], now: number): string[] {
  const uploads = new Map<string, Lying[]>();
  for (const file of lying) {
    const id = /^([0-9a-f-]{36})(?:\.json)?$/.exec(file.name)?.[1];
    if (id !== undefined) uploads.set(id, [...(uploads.get(id) ?? []), file]);
  }
  return [...uploads.values()]
    .filter((files) => files.every(({ touched }) => now - touched > LEFT_AFTER))
    .flatMap((files) => files.map(({ name }) => name).toSorted());
}

/**
 * Which files beside deliveries (`<sha256>.<import>`) have been left: a part of a package that was being set down when its
 * process died. Deliveries and parts under their own hash always stay, and so does what belongs to an import that is being read.
 */
export function leftParts(lying: readonly Lying[], reading: ReadonlySet<string>, now: number): string[] {
  const importOf = (name: string): string | undefined => /^[0-9a-f]{64}\.([0-9a-f-]{36})$/.exec(name)?.[1];
  return lying
    .filter(({ name, touched }) => {
      const id = importOf(name);
      return id !== undefined && !reading.has(id) && now - touched > LEFT_AFTER;
    })
    .map(({ name }) => name);
}
