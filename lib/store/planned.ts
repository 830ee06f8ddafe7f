import { createHash } from "node:crypto";

/** A statement under a name: it is parsed once a connection, and the server can keep its plan. */
export type Planned = { readonly name: string; readonly text: string };

const known = new Map<string, Planned>();

/**
 * For a statement whose text is one of a few. Those that load a page look at twenty tables for one row:
 * reading and planning them takes several times as long as running them.
 */
export function planned(text: string): Planned {
  let statement = known.get(text);
  if (!statement) {
    statement = { name: `s${createHash("sha256").update(text).digest("hex").slice(0, 20)}`, text };
    known.set(text, statement);
  }
  return statement;
}

/** The name of a planned statement; none for any other text. */
export const nameOf = (text: string): string => known.get(text)?.name ?? "";
