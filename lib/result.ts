import type { Refusal } from "./law/refusals";

/**
 * What a server action answers. Refusals are expected and say what would have to change; `fields` holds the
 * key of a message of the namespace `input` for each field that was not understood.
 */
export type Result<V, R = Refusal> =
  | { ok: true; value: V }
  | { ok: false; kind: "refusal"; refusals: readonly R[] }
  | { ok: false; kind: "input"; fields: Record<string, string> }
  | { ok: false; kind: "signed_out" }
  | { ok: false; kind: "origin" }
  /** The history takes no entry now, and so nothing was done. */
  | { ok: false; kind: "halted" }
  | { ok: false; kind: "fault"; requestId: string };

export const done = <V>(value: V): { ok: true; value: V } => ({ ok: true, value });

export function refused<R>(...refusals: R[]): { ok: false; kind: "refusal"; refusals: readonly R[] } {
  return { ok: false, kind: "refusal", refusals };
}

/** For what only the server can find wrong with a field: a login that is taken, a password that is not it. */
export function badInput(fields: Record<string, string>): {
  ok: false;
  kind: "input";
  fields: Record<string, string>;
} {
  return { ok: false, kind: "input", fields };
}
