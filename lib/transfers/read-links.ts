import type { Actor } from "@/lib/law/actor";
import { cameIn } from "@/lib/law/linking";
import { appReads, type Reads } from "@/lib/store/client";
import { findLinked, listChoices, listImports, type TransferChoice } from "@/lib/store/transfer-imports";
import { transferReach } from "@/lib/store/transfer-reach";
import { loadTransfer, type TransferRow } from "@/lib/store/transfers";
import { readerOn } from "@/lib/store/transaction";
import { standing } from "./link-import";
import type { ImportLink, TransferImports } from "./view";

/** To which transfer an import belongs and may belong; null where there is nothing to say about it, or nobody who could. */
export async function readLink(actor: Actor, id: string, db: Reads = appReads()): Promise<ImportLink | null> {
  const reader = readerOn(db);
  const reach = transferReach(actor);
  const held = reach.archives.length > 0 ? await findLinked(reader, actor.accountId, id) : null;
  if (!held || !standing.includes(held.state)) return null;
  const now = held.transferId === null ? null : await loadTransfer(reader, reach, held.transferId);
  if (held.transferId !== null && !now) return null;
  const belongs = now && choiceOf(now);
  if (belongs?.state === "accepted") return { belongs, choices: [] };
  const archives = held.archives.filter((one) => reach.archives.includes(one));
  const open = await listChoices(reader, actor.accountId, archives, cameIn);
  const choices = belongs && !open.some((one) => one.id === belongs.id) ? [belongs, ...open] : open;
  return choices.length > 0 ? { belongs, choices } : null;
}

function choiceOf({ id, number, state, version, versions }: TransferRow): TransferChoice {
  const title = versions.find((one) => one.version === version)!.title;
  return { id, number, title, state };
}

/** What has been taken in of a transfer: imports that the person may see one by one, of the others how much. */
export async function readImports(actor: Actor, id: string, db: Reads): Promise<TransferImports> {
  const all = await listImports(readerOn(db), actor.accountId, id);
  const mine = transferReach(actor).archives.length > 0;
  const listed = all.filter(({ seen }) => mine && seen);
  const sum = (of: typeof all): number => of.reduce((files, one) => files + one.files, 0);
  return {
    listed: listed.map(({ id: of, fileName, state, files }) => ({ id: of, fileName, state, files })),
    others: { count: all.length - listed.length, files: sum(all) - sum(listed) },
    files: sum(all),
  };
}
