import type { Json } from "@/lib/ledger/entry";
import type { Actor } from "@/lib/law/actor";
import type { ReadingClient } from "@/lib/store/cursor";
import type { Reach } from "@/lib/store/reach";
import type { Words } from "./words";

/** Parameters as they stand in an address. */
export type Params = { readonly [name: string]: string };
export type Reader = { actor: Actor; reach: Reach; words: Words; now: Date };

/** A list as an address asks for it: what it is filtered by, as the history keeps it, and how it is printed. */
export type List = (params: Params) => {
  filter: { [name: string]: Json };
  print(client: ReadingClient, reader: Reader): AsyncIterable<string>;
};

/** Without what was not asked for. */
export const definedIn = (wanted: object): { [name: string]: Json } =>
  Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined && value !== ""));
