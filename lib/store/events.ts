import type { ActorSnapshot, Entry, Payload } from "@/lib/ledger/entry";
import { makeEntry } from "@/lib/ledger/leaf";
import { copyRows, type Copier } from "./copy";
import { newId } from "./id";
import type { Writer } from "./transaction";

/** What a new entry says, and by which subjects it is found again. */
export type EntryDraft = {
  payload: Payload;
  actor: ActorSnapshot;
  at: Date;
  sample?: boolean;
  about?: {
    caseId?: string | null;
    fileId?: string | null;
    personId?: string | null;
    proceedingId?: string | null;
  };
};

type Row = {
  id: string;
  at: string;
  act: string;
  article: string | null;
  refused: boolean;
  actor_id: string | null;
  case_id: string | null;
  file_id: string | null;
  person_id: string | null;
  proceeding_id: string | null;
  sample: boolean;
  bytes: Buffer;
  salt: Buffer;
};
const columns = [
  ...[
    "id",
    "at",
    "act",
    "article",
    "refused",
    "actor_id",
    "case_id",
    "file_id",
    "person_id",
    "proceeding_id",
    "sample",
  ],
  ...["bytes", "salt"],
] as (keyof Row)[];

const statement = `
  insert into events (${columns.join(", ")})
  select e.id, e.at, e.act, e.article, e.refused, e.actor_id, e.case_id, e.file_id, e.person_id, e.proceeding_id,
    e.sample, decode(e.bytes, 'base64'), decode(e.salt, 'base64')
  from jsonb_to_recordset($1::jsonb) as e(nth int, id uuid, at timestamptz, act text, article text, refused boolean,
    actor_id uuid, case_id uuid, file_id uuid, person_id uuid, proceeding_id uuid, sample boolean, bytes text, salt text)
  order by e.nth`;

/**
 * Adds entries to the history, in order, within the transaction of what they tell. Nothing but this and `appendMany`
 * inserts into `events`, and nothing at all updates or deletes there.
 */
export async function append(tx: Writer, drafts: readonly EntryDraft[]): Promise<void> {
  if (drafts.length === 0) return;
  const told = drafts.map((draft, nth) => {
    const { bytes, salt, ...row } = toRow(draft);
    return { ...row, nth, bytes: bytes.toString("base64"), salt: salt.toString("base64") };
  });
  const written = await tx.$executeRawUnsafe(statement, JSON.stringify(told));
  if (written !== drafts.length) throw new Error(`${written} of ${drafts.length} entries were written`);
}

/** As `append`, for the thousands of entries of an import. */
export const appendMany = (tx: Copier, drafts: readonly EntryDraft[]): Promise<void> =>
  copyRows(tx, "events", columns, drafts.map(toRow));

function toRow(draft: EntryDraft): Row {
  const entry: Entry = {
    v: 1,
    id: newId(),
    at: draft.at.toISOString(),
    actor: draft.actor,
    sample: draft.sample === true,
    payload: draft.payload,
  };
  return {
    id: entry.id,
    at: entry.at,
    act: nameOf(draft.payload),
    article: "article" in draft.payload ? draft.payload.article : null,
    refused: draft.payload.kind === "refusal",
    actor_id: draft.actor.id,
    case_id: draft.about?.caseId ?? null,
    file_id: draft.about?.fileId ?? null,
    person_id: draft.about?.personId ?? null,
    proceeding_id: draft.about?.proceedingId ?? null,
    sample: entry.sample,
    ...makeEntry(entry),
  };
}

function nameOf(payload: Payload): string {
  switch (payload.kind) {
    case "act":
    case "refusal":
      return payload.act;
    case "work":
    case "rule_set":
      return payload.work;
    case "account":
      return payload.what;
    case "statement":
    case "passkey":
    case "reset":
    case "arrived":
    case "departed":
    case "fell_back":
    case "imported":
    case "stage":
    case "standing":
      return payload.kind;
  }
}
