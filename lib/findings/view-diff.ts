import type { Draft, DraftFields } from "./view";

/** One place in which two drafts of the same finding say different things. */
export type Difference = {
  place: keyof DraftFields | "charge" | "claim" | "citations";
  nth: number | null;
  mine: string;
  theirs: string;
};

const said = (value: DraftFields[keyof DraftFields]): string =>
  value === null || value === false ? "" : value === true ? "✓" : value;

/** What a person is shown who saved after somebody else did. */
export function differences(mine: Draft, theirs: Draft): Difference[] {
  const found: Difference[] = [];
  const compare = (place: Difference["place"], nth: number | null, a: string, b: string): void => {
    if (a.trim() !== b.trim()) found.push({ place, nth, mine: a, theirs: b });
  };
  for (const place of Object.keys(mine.fields) as (keyof DraftFields)[])
    compare(place, null, said(mine.fields[place]), said(theirs.fields[place]));
  mine.charges.forEach((charge, i) => {
    const other = theirs.charges.find((c) => c.chargeId === charge.chargeId);
    const text = (c?: typeof charge): string =>
      [c?.outcome ?? "", c?.reason ?? ""].filter(Boolean).join(": ");
    compare("charge", i + 1, text(charge), text(other));
  });
  for (let i = 0; i < Math.max(mine.claims.length, theirs.claims.length); i++) {
    const [a, b] = [mine.claims[i], theirs.claims[i]];
    compare("claim", i + 1, a?.text ?? "", b?.text ?? "");
    const quotes = (c?: typeof a): string => (c?.citations ?? []).map((one) => one.quote).join(" / ");
    compare("citations", i + 1, quotes(a), quotes(b));
  }
  return found;
}

export type Stretch = { kind: "same" | "gone" | "new"; text: string };

/** Word by word: what left a text and what came in. Longest common subsequence, for texts of a claim's size. */
export function compareTexts(old: string, now: string): Stretch[] {
  const [a, b] = [wordsOf(old), wordsOf(now)];
  const longest = table(a, b);
  const found: Stretch[] = [];
  const add = (kind: Stretch["kind"], text: string): void => {
    const last = found.at(-1);
    if (last?.kind === kind) last.text += text;
    else found.push({ kind, text });
  };
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      add("same", a[i++]!);
      j++;
    } else if (i < a.length && (j === b.length || longest[i + 1]![j]! >= longest[i]![j + 1]!)) {
      add("gone", a[i++]!);
    } else add("new", b[j++]!);
  }
  return found;
}

const wordsOf = (text: string): string[] => (text.match(/\S+\s*/g) ?? []).slice(0, 600);

function table(a: readonly string[], b: readonly string[]): number[][] {
  const longest = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      longest[i]![j] =
        a[i] === b[j] ? longest[i + 1]![j + 1]! + 1 : Math.max(longest[i + 1]![j]!, longest[i]![j + 1]!);
  return longest;
}
