import { PassThrough, Readable } from "node:stream";
import { dayOf } from "@/lib/clock";
import { writeBag } from "@/lib/files/write-bag";
import { ownPublicKeys } from "@/lib/history/read";
import type { PublicKeys } from "@/lib/history/public-keys";
import type { Actor } from "@/lib/law/actor";
import { judgeByOffice } from "@/lib/law/decide-work";
import type { Desk } from "@/lib/proceedings/perform";
import { performWork } from "@/lib/proceedings/perform-work";
import { loadCaseHead } from "@/lib/store/case-page";
import { loadCommissionName } from "@/lib/store/case-bag";
import { appPool } from "@/lib/store/client";
import type { ReadingClient } from "@/lib/store/cursor";
import type { EntryReader } from "@/lib/store/entry-proof";
import { unplanned } from "@/lib/store/history";
import { inOneMoment } from "@/lib/store/ledger";
import { loadReach } from "@/lib/store/reach";
import { isId } from "@/lib/units/read";
import type { Pool } from "@/lib/units/stream";
import { filesOf } from "./contents";
import type { Dossier } from "./dossier";
import { printPage } from "./page";
import { readDossier } from "./read";
import { wordsIn } from "./words";

/** Whom X4 names. */
export const mayExport = ({ offices }: Pick<Actor, "offices">): boolean =>
  judgeByOffice("export_dossier", offices).granted;

/** `home` is the address under which Aqtalu is reached: the case has its own there, for good. */
export type DossierOrder = { id: string; purpose: string; home: string };
export type Sources = { pool: Pool; keys: () => Promise<PublicKeys | null> };

/**
 * The dossier of a case as this person sees it, as a bag (RFC 8493) in a zip. Taking it away is an act of its own (X4),
 * which stands in the history of the case with its purpose. Null where there is no such case for them.
 */
export async function exportDossier(
  desk: Desk,
  actor: Actor,
  { id, purpose, home }: DossierOrder,
  { pool, keys: readKeys }: Sources = { pool: appPool(), keys: ownPublicKeys },
): Promise<ReadableStream<Uint8Array> | null> {
  if (!isId(id)) return null;
  const reach = await loadReach(pool, actor);
  if (!(await loadCaseHead(unplanned(pool), reach, id))) return null;
  const touch = () =>
    Promise.resolve({ value: null, facts: { kind: "bag", purpose }, about: { caseId: id } });
  // Whoever may see a case may take its dossier away: the guard is not about a file's archive.
  const entered = await performWork(desk, actor, { work: "export_dossier", about: {}, reads: true, touch });
  if (!entered.ok) return null;
  // An auditor reads elsewhere of what they may not see; here it does not exist, as for everybody.
  const reader = { reach: { ...reach, audits: false }, accountId: actor.accountId, everything: false };
  const asked = { id, address: new URL(`/cases/${id}`, home).href, now: desk.clock() };
  const keys = await readKeys();
  return streamOf(pool, (client, into) => writeDossier(client, into, { actor, reader, asked, keys }));
}

type Writing = {
  actor: Actor;
  reader: EntryReader;
  asked: { id: string; address: string; now: Date };
  keys: PublicKeys | null;
};

async function writeDossier(
  db: ReadingClient,
  into: PassThrough,
  { actor: { locale }, reader, asked, keys }: Writing,
): Promise<void> {
  const dossier = await readDossier(db, reader, asked);
  if (!dossier) throw new Error(`case ${asked.id} was there a moment ago`);
  const page = printPage(dossier, await wordsIn(locale));
  const files = await filesOf(dossier, page, { db, reader, keys, locale });
  const organisation = (await loadCommissionName(db))?.[locale] ?? "Aqtalu";
  const written = await writeBag(files, bagInfo(dossier, organisation, asked.now), into, `case-${asked.id}`);
  if (!written.ok)
    throw new Error(`no bag can be made of case ${asked.id}: ${written.code} ${written.detail}`);
}

const onOneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

function bagInfo({ head, address }: Dossier, organisation: string, now: Date): [string, string][] {
  return [
    ["Source-Organization", onOneLine(organisation)],
    ["Bagging-Date", dayOf(now)],
    ["Bag-Software-Agent", "Aqtalu"],
    ["External-Identifier", address],
    ["External-Description", onOneLine([head.name, head.episode].join(", "))],
  ];
}

/** As one moment saw it. Whoever goes away in the middle gets no whole file. */
function streamOf(
  pool: Pool,
  write: (client: ReadingClient, into: PassThrough) => Promise<void>,
): ReadableStream<Uint8Array> {
  const into = new PassThrough();
  const send = async (): Promise<void> => {
    const client = await pool.connect();
    try {
      await inOneMoment(client, () => write(client, into), "read only");
    } finally {
      client.release();
    }
  };
  send().catch((fault: unknown) => into.destroy(fault as Error));
  return Readable.toWeb(into) as ReadableStream<Uint8Array>;
}
