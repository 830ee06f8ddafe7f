import type { Actor } from "@/lib/law/actor";
import { judgeByOffice } from "@/lib/law/decide-work";
import type { Desk } from "@/lib/proceedings/perform";
import { performWork } from "@/lib/proceedings/perform-work";
import { appPool } from "@/lib/store/client";
import { loadReach } from "@/lib/store/reach";
import { seesTransfers, transferReach } from "@/lib/store/transfer-reach";
import { streamOf, type Pool } from "@/lib/units/stream";
import { caseList } from "./cases";
import { fileList } from "./files";
import type { List, Params } from "./list";
import { personList } from "./people";
import { queueList } from "./queue";
import type { ListName } from "./schema";
import { transferList } from "./transfers";
import { wordsIn } from "./words";

const lists: Record<ListName, List> = {
  cases: caseList,
  people: personList,
  files: fileList,
  queue: queueList,
  transfers: transferList,
};

/** Whom X3 names, of the lists that they have. */
export const mayExport = (actor: Pick<Actor, "offices">, list: ListName): boolean => {
  if (list === "transfers" && !seesTransfers(transferReach(actor))) return false;
  return judgeByOffice("export_list", actor.offices).granted;
};

export type ListOrder = {
  list: ListName;
  /** The parameters of the list's address: its filters. */
  params: Params;
  purpose: string;
  /** The address under which Aqtalu is reached: rows name theirs. */
  home: string;
};

/**
 * All rows of a list with its filters, as far as this person may see them, as a table. Taking it away is an act of its
 * own (X3), which stands in the history with the list, its filters and the purpose. Null when the law does not let this
 * person.
 */
export async function exportList(
  desk: Desk,
  actor: Actor,
  { list, params, purpose, home }: ListOrder,
  pool: Pool = appPool(),
): Promise<ReadableStream<Uint8Array> | null> {
  if (!mayExport(actor, list)) return null;
  const { filter, ready } = lists[list](params);
  const [reach, words] = [await loadReach(pool, actor), await wordsIn(actor.locale, home)];
  const touch = () => Promise.resolve({ value: null, facts: { kind: list, filter, purpose } });
  const entered = await performWork(desk, actor, { work: "export_list", about: {}, reads: true, touch });
  if (!entered.ok) return null;
  return streamOf(pool, await ready({ actor, reach, words, now: desk.clock(), pool }));
}
