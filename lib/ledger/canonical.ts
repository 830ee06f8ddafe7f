import { createHash } from "node:crypto";
import canonicalize from "canonicalize";

/** What JSON can say. Everything that is hashed, signed or entered in the history has this shape. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/**
 * The one byte sequence of a value (RFC 8785, UTF-8). Equal values give equal bytes, whatever the order in
 * which their properties were set.
 *
 * Throws a TypeError that names the path (`$.spans[2].basis`) for anything that JSON would drop, round or
 * rewrite in silence: undefined, NaN, infinities, integers beyond 2^53, bigint, symbols, functions, class
 * instances (dates too), holes in arrays, lone surrogates, cycles. A signature must never cover less than its
 * signer saw.
 */
export function canonicalBytes(value: unknown): Buffer {
  refuseUnfaithful(value, "$", []);
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError("$: has no canonical form");
  return Buffer.from(text, "utf8");
}

/**
 * SHA-256 of the canonical bytes, as 64 lower-case hex digits. The hash of a dossier and of a statement.
 * Throws as `canonicalBytes` does.
 */
export function hashOf(value: unknown): string {
  return createHash("sha256").update(canonicalBytes(value)).digest("hex");
}

function refuseUnfaithful(value: unknown, path: string, above: readonly object[]): void {
  switch (typeof value) {
    case "boolean":
      return;
    case "string":
      if (LONE_SURROGATE.test(value)) refuse(path, "a lone surrogate");
      return;
    case "number":
      if (!Number.isFinite(value)) refuse(path, String(value));
      if (Number.isInteger(value) && !Number.isSafeInteger(value)) refuse(path, "an integer beyond 2^53");
      return;
    case "object":
      if (value !== null) refuseUnfaithfulObject(value, path, above);
      return;
    case "undefined":
    case "bigint":
    case "symbol":
    case "function":
      refuse(path, typeof value);
  }
}

function refuseUnfaithfulObject(value: object, path: string, above: readonly object[]): void {
  if (above.includes(value)) refuse(path, "a cycle");
  const here = [...above, value];
  if (Array.isArray(value)) {
    // An index loop, because forEach would step over holes.
    for (let i = 0; i < value.length; i++) refuseUnfaithful(value[i], `${path}[${i}]`, here);
    if (Object.keys(value).length !== value.length) refuse(path, "an array with named properties");
    return;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) refuse(path, "an object that is not plain");
  for (const key of Reflect.ownKeys(value)) {
    if (typeof key === "symbol") refuse(path, "a property named by a symbol");
    const place = /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(key)
      ? `${path}.${key}`
      : `${path}[${JSON.stringify(key)}]`;
    if (LONE_SURROGATE.test(key)) refuse(place, "a lone surrogate in a name");
    const property = Object.getOwnPropertyDescriptor(value, key);
    if (!property?.enumerable || !("value" in property)) refuse(place, "a hidden or computed property");
    refuseUnfaithful(property.value, place, here);
  }
}

function refuse(path: string, what: string): never {
  throw new TypeError(`${path}: ${what} has no canonical form`);
}

const LONE_SURROGATE = /\p{Surrogate}/u;
