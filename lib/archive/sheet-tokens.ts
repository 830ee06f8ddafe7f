import { fail, succeed, type Result } from "@/lib/archive/problem";
import { makeLeaf, type Leaf } from "@/lib/archive/sheet-label";

/** A piece of a text that names sheets, with its place. */
export type SheetToken = { readonly at: number; readonly found: string } & (
  | { readonly kind: "leaf"; readonly leaf: Leaf }
  | { readonly kind: "letter"; readonly letter: string }
  | { readonly kind: "verso" | "recto" | "dash" | "comma" | "sheetWord" }
);

const SHEET_WORDS =
  "лл|л|лист(?:ы|а|ов)?|пп|п|парақ(?:тар)?(?:ы|тың|тары|тардың|ының)?|ff|f|fols?|folios?|ll|l|sheets?";

/**
 * Tried in this order; the first that matches at a place wins. `(?!\p{L})` is a border of a Cyrillic word.
 */
const PIECES: readonly (readonly [string, RegExp])[] = [
  ["space", /\s+/uy],
  ["leaf", /(\d+)((?!об|verso|v(?!\p{L})|r(?!\p{L}))\p{L}(?=об|v(?!\p{L})|r(?!\p{L})|[^\p{L}]|$))?/iuy],
  ["verso", /(?:о[бb](?:ор(?:от)?(?:ы|е)?)?|o[бb]|сырты|сырт|verso|v)(?!\p{L})\.?/iuy],
  ["recto", /(?:recto|r|лиц|алды)(?!\p{L})\.?/iuy],
  ["sheetWord", new RegExp(`[-‐‑]\\s?(?:пп|п|парақ(?:тар)?(?:ы|тың|тары)?)(?!\\p{L})\\.?`, "iuy")],
  ["sheetWord", new RegExp(`(?:${SHEET_WORDS})(?!\\p{L})\\.?`, "iuy")],
  ["dash", /[-‐‑‒–—−]/uy],
  ["letter", /\p{L}(?!\p{L})/uy],
  ["comma", /[,;]/uy],
  ["stop", /\.$/uy],
];

/**
 * Cuts a text that names sheets (`Л. 12–14 об., 47`; `12–14-пп. сырты`; `ff. 12–14v`) into pieces. `offset`
 * is added to every place, for a text that is the end of a longer one.
 */
export function readSheetTokens(text: string, offset = 0): Result<SheetToken[]> {
  const tokens: SheetToken[] = [];
  let at = 0;
  while (at < text.length) {
    const piece = pieceAt(text, at);
    if (!piece) return fail("unexpected", offset + at, /^\S+/u.exec(text.slice(at))?.[0] ?? text.slice(at));
    const token = makeToken(piece, offset + at);
    if (!token.ok) return token;
    if (token.value) tokens.push(token.value);
    at += piece.match[0].length;
  }
  return succeed(tokens);
}

type Piece = { readonly kind: string; readonly match: RegExpExecArray };

function pieceAt(text: string, at: number): Piece | null {
  for (const [kind, pattern] of PIECES) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) return { kind, match };
  }
  return null;
}

function makeToken({ kind, match }: Piece, at: number): Result<SheetToken | null> {
  const found = match[0];
  switch (kind) {
    case "leaf": {
      const leaf = makeLeaf(match[1] ?? "", match[2] ?? "", at);
      return leaf.ok ? succeed({ kind, at, found, leaf: leaf.value }) : leaf;
    }
    case "letter":
      return succeed({ kind, at, found, letter: found });
    case "verso":
    case "recto":
    case "dash":
    case "comma":
    case "sheetWord":
      return succeed({ kind, at, found });
    default:
      return succeed(null);
  }
}
