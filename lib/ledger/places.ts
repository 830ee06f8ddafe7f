import { CLOSED_OF_KIND, CLOSED_PATHS, OPEN_FACTS } from "@/lib/ledger/closed";

/**
 * What a reader of bytes has to know of the properties of an object: which of them are closed, or hold closed ones.
 * Made from the paths of closed.ts, so that there is one list of them.
 */
export type Places = {
  /** How the name of a closed property of this object begins in the closed part, its quote included. */
  readonly prefix: Uint8Array;
  readonly named: readonly Place[];
  /** In the facts everything is closed but what stands in a list. */
  readonly facts: boolean;
};
export type Place = {
  readonly name: Uint8Array;
  readonly is: "closed" | "kind" | "above";
  readonly below: Places | null;
};

// Plain arrays, as everything that the scanner looks at: of two kinds of array it reads more slowly.
const bytesOfText = (text: string): Uint8Array => new TextEncoder().encode(text);

const CLOSED: Place = { name: new Uint8Array(), is: "closed", below: null };

/** The places of an entry whose payload is of this kind; in a pseudonymous history nothing is closed any more. */
export function placesOf(kind: string, full: boolean): { actor: Places; payload: Places } {
  const own = Object.hasOwn(CLOSED_OF_KIND, kind) ? CLOSED_OF_KIND[kind]! : [];
  const paths: (readonly string[])[] = full ? [...CLOSED_PATHS, ...own.map((name) => ["payload", name])] : [];
  return { actor: at(["actor"], paths, full), payload: at(["payload"], paths, full) };
}

/** The kinds whose payload has closed properties of its own; for all others one set of places does. */
export const hasOwnPlaces = (kind: string): boolean => Object.hasOwn(CLOSED_OF_KIND, kind);

function at(above: readonly string[], paths: readonly (readonly string[])[], full: boolean): Places {
  const below = paths.filter((path) => above.every((name, n) => path[n] === name));
  const names = [...new Set(below.map((path) => path[above.length]!))];
  const named = names.map((name): Place => {
    const path = [...above, name];
    const ends = below.some((one) => one.length === path.length && one[above.length] === name);
    const place = { name: bytesOfText(name), is: ends ? "closed" : "above" } as const;
    return { ...place, below: ends ? null : at(path, paths, full) };
  });
  const facts = full && above.join(".") === "payload.facts";
  if (above.join(".") === "payload") {
    named.push({ name: bytesOfText("kind"), is: "kind", below: null });
    if (full)
      named.push({ name: bytesOfText("facts"), is: "above", below: at(["payload", "facts"], [], full) });
  }
  return { prefix: bytesOfText(`"${above.join(".")}.`), named, facts };
}

/** What the property is whose name stands between `from` and `to`, and whose value begins at `value`. */
export function placeOf(
  places: Places,
  bytes: Uint8Array,
  from: number,
  to: number,
  value: number,
): Place | null {
  if (places.facts) return isOpenFact(bytes, from, to, value) ? null : CLOSED;
  const { named } = places;
  for (let n = 0; n < named.length; n++) {
    const { name } = named[n]!;
    if (name.length !== to - from) continue;
    let same = 0;
    while (same < name.length && bytes[from + same] === name[same]) same++;
    if (same === name.length) return named[n]!;
  }
  return null;
}

function isOpenFact(bytes: Uint8Array, from: number, to: number, value: number): boolean {
  if (bytes[value] === 0x7b || bytes[value] === 0x5b) return false;
  return OPEN_FACTS.has(String.fromCharCode(...bytes.subarray(from, to)));
}
