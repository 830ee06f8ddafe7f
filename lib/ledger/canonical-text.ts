import canonicalize from "canonicalize";

export type JsonObject = { readonly [name: string]: unknown };

/**
 * The canonical form (RFC 8785) of a value that came from JSON, as text. For values made by a program use
 * `canonicalBytes`, which refuses what JSON would drop in silence.
 */
export function canonicalText(value: unknown): string {
  return isOrdered(value) ? JSON.stringify(value) : (canonicalize(value) ?? "");
}

/**
 * The value of a text that is in canonical form already; null for any other text. A second spelling of the same
 * value (another order, a blank, an escape, a property twice) is no canonical form.
 */
export function parseCanonical(text: string): { value: unknown } | null {
  try {
    const value: unknown = JSON.parse(text);
    if (depthOf(text) > MOST_DEPTH) return null;
    if (halfCharacter.test(text) && some(value, isHalfCharacter)) return null;
    if (longNumber.test(text) && some(value, isRounded)) return null;
    return canonicalText(value) === text ? { value } : null;
  } catch {
    return null;
  }
}

/** Levels of objects and lists in one line: more than any entry has, and less than any reader bears. */
export const MOST_DEPTH = 64;

/** How deep a JSON text is nested, read without recursion. */
function depthOf(text: string): number {
  if (text.length < MOST_DEPTH) return 0;
  let [depth, most, quoted] = [0, 0, false];
  for (let n = 0; n < text.length; n++) {
    const unit = text.charCodeAt(n);
    if (quoted) {
      if (unit === 0x5c) n++;
      else if (unit === 0x22) quoted = false;
    } else if (unit === 0x22) quoted = true;
    else if (unit === 0x7b || unit === 0x5b) most = Math.max(most, ++depth);
    else if (unit === 0x7d || unit === 0x5d) depth--;
  }
  return most;
}

const halfCharacter = /\\ud/i;
const longNumber = /\d{16}|\de\+/;
/** Half a character survives JSON.parse, and has no form in UTF-8. */
const isHalfCharacter = (value: unknown): boolean =>
  typeof value === "string" && /\p{Surrogate}/u.test(value);
/** A number that others may read as another. */
const isRounded = (value: unknown): boolean => Number.isInteger(value) && !Number.isSafeInteger(value);

function some(value: unknown, is: (value: unknown) => boolean): boolean {
  if (typeof value !== "object" || value === null) return is(value);
  return Object.entries(value).some(([name, held]) => is(name) || some(held, is));
}

/**
 * Whether JSON.stringify gives the canonical form as it is: all properties stand in the order of their UTF-16
 * units. Names that look like array indices are never in the order in which JavaScript keeps them.
 */
function isOrdered(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return true;
  if (Array.isArray(value)) return value.every(isOrdered);
  let before = "";
  for (const name in value) {
    if (name < before || name === "__proto__") return false;
    before = name;
    const held = (value as JsonObject)[name];
    if (typeof held === "object" && held !== null && !isOrdered(held)) return false;
  }
  return true;
}
