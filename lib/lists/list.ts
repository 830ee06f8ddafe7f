import type { Json } from "@/lib/ledger/entry";
import type { Actor } from "@/lib/law/actor";
import type { ReadingClient } from "@/lib/store/cursor";
import type { Reach } from "@/lib/store/reach";
import type { Pool } from "@/lib/units/stream";
import type { Words } from "./words";

/** Parameters as they stand in an address. */
export type Params = { readonly [name: string]: string };
export type Reader = { actor: Actor; reach: Reach; words: Words; now: Date; pool: Pool };

type Print = (client: ReadingClient) => AsyncIterable<string>;

/** A list as an address asks for it: what it is filtered by, as the history keeps it, and how it is printed. */
export type List = (params: Params) => {
  filter: { [name: string]: Json };
  /** Looks up what is needed before the one moment begins in which `print` reads. */
  ready(reader: Reader): Promise<Print>;
};

/** Without what was not asked for. */
export const definedIn = (wanted: object): { [name: string]: Json } =>
  Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined && value !== ""));
