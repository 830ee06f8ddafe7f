import { normaliseReference } from "@/lib/archive/reference";
import { dayOf, systemClock } from "@/lib/clock";
import type { Locale } from "@/lib/i18n/locales";
import type { Actor } from "@/lib/law/actor";
import {
  judgeTransfer,
  transferSteps,
  type TransferCondition,
  type TransferWork,
} from "@/lib/law/transferring";
import { appPool, appReads, type Queryable, type Reads } from "@/lib/store/client";
import { newId } from "@/lib/store/id";
import { loadReach } from "@/lib/store/reach";
import { seesTransfers, transferReach } from "@/lib/store/transfer-reach";
import { countDescribed, listTakers, sumTransfers } from "@/lib/store/transfer-totals";
import {
  listArchives,
  listTransfers,
  loadTransfer,
  loadTransfers,
  type TransferRow,
} from "@/lib/store/transfers";
import { readerOn } from "@/lib/store/transaction";
import { printAccessions } from "./print-accessions";
import { readImports } from "./read-links";
import { linesOf } from "./view";
import type {
  AnnounceForm,
  ArchiveRow,
  TransferFilter,
  TransferList,
  TransferPage,
  TransferTotal,
  VersionRow,
} from "./view";

/** The transfers that this person sees, the newest first; null for whoever sees none at all. */
export async function readTransfers(
  actor: Actor,
  filter: TransferFilter,
  db: Queryable = appPool(),
): Promise<TransferList | null> {
  const reach = transferReach(actor);
  return seesTransfers(reach) ? listTransfers(db, reach, filter) : null;
}

/** One transfer with what it says, what was counted, and what this person may do with it now. */
export async function readTransfer(
  actor: Actor,
  id: string,
  db: Reads = appReads(),
): Promise<TransferPage | null> {
  const transfer = await loadTransfer(readerOn(db), transferReach(actor), id);
  if (!transfer) return null;
  const now = transfer.versions.find(({ version }) => version === transfer.version)!;
  return {
    ...{ transfer, now, before: transfer.versions.filter((one) => one !== now) },
    lines: linesOf(now, transfer.steps),
    described: await describedOf(actor, db, transfer, now),
    may: mayOf(actor, transfer),
    imports: await readImports(actor, id, db),
  };
}

const keyOf = (fonds: string): string =>
  normaliseReference({ archive: null, fonds, inventory: null, file: null }).split("|")[1]!;

async function describedOf(
  actor: Actor,
  db: Reads,
  { from, to }: TransferRow,
  { items }: VersionRow,
): Promise<Record<number, number>> {
  const keys = [...new Set(items.map(({ fonds }) => keyOf(fonds)))];
  const counts = await countDescribed(readerOn(db), await loadReach(db, actor), [from.id, to.id], keys);
  return Object.fromEntries(items.map(({ nth, fonds }) => [nth, counts[keyOf(fonds)] ?? 0]));
}

/** The same judgement that the server makes when the button is pressed. */
function mayOf(actor: Actor, held: TransferRow): Record<TransferWork, true | TransferCondition> {
  const judged = transferSteps.map(({ work }) => {
    const ruling = judgeTransfer({
      work,
      actor: { id: actor.accountId, offices: actor.offices },
      transfer: {
        ...{ fromId: held.from.id, toId: held.to.id, state: held.state },
        ...{ steps: held.steps.length, shown: held.steps.length },
        announcers: held.steps.filter(({ act }) => act === "announce").map(({ by }) => by.id),
      },
    });
    return [work, ruling.granted ? true : ruling.refusal.condition] as const;
  });
  return Object.fromEntries(judged) as Record<TransferWork, true | TransferCondition>;
}

/** What the form of an announcement begins with; null for whoever announces nothing. */
export async function readAnnounceForm(actor: Actor, db: Reads = appReads()): Promise<AnnounceForm | null> {
  const { archives } = transferReach(actor);
  if (archives.length === 0) return null;
  const all = await listArchives(readerOn(db));
  return {
    id: newId(),
    own: all.filter((one) => archives.includes(one.id)),
    others: all,
    today: dayOf(systemClock()),
  };
}

export type Totals = {
  totals: TransferTotal[];
  /** To which archives anything is handed over: of one of them the figures can be had alone. */
  takers: ArchiveRow[];
  at: Date;
};

/** Planned against received, by archive and fonds; null for whoever sees no transfers. */
export async function readTotals(
  actor: Actor,
  to: string | null,
  db: Queryable = appPool(),
): Promise<Totals | null> {
  const reach = transferReach(actor);
  if (!seesTransfers(reach)) return null;
  const reader = readerOn(db);
  const totals = await sumTransfers(reader, reach, to);
  return { totals, takers: await listTakers(reader, reach), at: systemClock() };
}

/** What stands, as AtoM's accession table; null for whoever sees no transfers. */
export async function readAccessionTable(
  actor: Actor,
  locale: Locale,
  db: Reads = appReads(),
): Promise<string | null> {
  const reach = transferReach(actor);
  if (!seesTransfers(reach)) return null;
  return printAccessions(await loadTransfers(readerOn(db), reach), locale);
}
