import { slotKey } from "@/lib/cases/sentences";
import { formatter, translator, type Translator } from "@/lib/i18n/translator";
import type { Locale } from "@/lib/i18n/locales";
import { readCheckpoint } from "@/lib/ledger/checkpoint";
import type { ActPayload, Entry, SignatureEntry } from "@/lib/ledger/entry";
import { printVerifierKey } from "@/lib/ledger/keys";
import { leafHash } from "@/lib/ledger/leaf";
import type { Receipt } from "@/lib/ledger/receipt";
import type { Actor } from "@/lib/law/actor";
import { appPool } from "@/lib/store/client";
import { loadReceipt, type ReceiptShown } from "@/lib/store/receipts";
import type { Paper, PaperRow } from "./paper";
import { entryReader } from "./prove";
import type { PublicKeys } from "./public-keys";
import { ownPublicKeys } from "./read";
import { readReceiptOf } from "./receipt";
import { printCode } from "./receipt-code";

/**
 * The receipt of a signature for paper, in a language; `waiting` while it is not proven, null where there is no such
 * signature. What was signed is taken from the proven entry, not from the tables.
 */
export async function readPaper(
  actor: Actor,
  by: { seq: string } | { signature: string },
  locale: Locale,
): Promise<{ seq: string; paper: Paper } | "waiting" | null> {
  const [found, keys] = await Promise.all([readReceiptOf(actor, by), ownPublicKeys()]);
  if (found === null || found === "waiting") return found;
  const entry = JSON.parse(found.receipt.text) as Entry;
  const { payload } = entry;
  if (payload.kind !== "act" || !payload.signature || !keys) return null;
  const db = appPool();
  const reader = await entryReader(db, actor);
  const shown = await loadReceipt(db, reader, payload.proceeding, payload.signature.id);
  if (!shown) return null;
  const words = await wordsOf(locale);
  const signed = { ...found, entry, payload, signature: payload.signature, shown, keys };
  return { seq: found.seq, paper: paperOf(signed, words) };
}

type Signed = {
  seq: string;
  receipt: Receipt;
  line: string;
  entry: Entry;
  payload: ActPayload;
  signature: SignatureEntry;
  shown: ReceiptShown;
  keys: PublicKeys;
};

type Words = {
  locale: Locale;
  say: Translator;
  law: Translator;
  sign: Translator;
  method: Translator;
  product: string;
  number(value: number | bigint): string;
  moment(value: Date): string;
};

async function wordsOf(locale: Locale): Promise<Words> {
  const [say, law, sign, method, common] = await Promise.all(
    ["receipt", "law", "sign.receipt", "cases.aside.method", "common"].map((one) => translator(locale, one)),
  );
  const format = formatter(locale);
  const shape = {
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
  } as const;
  return {
    ...{ locale, say: say!, law: law!, sign: sign!, method: method!, product: common!("product") },
    number: (value) => format.number(value),
    moment: (value) => say!("zone", { when: format.dateTime(value, shape) }),
  };
}

function paperOf(signed: Signed, words: Words): Paper {
  const { seq, receipt, line, entry, shown } = signed;
  const { locale, say, law, number } = words;
  const title = say("title");
  const statement = receipt.statement as { text: string } | null;
  const voided = shown.voidAt && {
    ...{ when: words.moment(new Date(shown.voidAt)), why: law(`voidReason.${shown.voidReason}`) },
  };
  return {
    ...{ locale, at: new Date(entry.at), product: words.product, title, name: shown.name },
    notes: [voided && say("void", voided), entry.sample && say("sample")].filter(
      (note) => typeof note === "string",
    ),
    rows: signatureRows(signed, words),
    statement: {
      ...{ title: say("statement"), text: statement?.text ?? say("others"), said: statement !== null },
    },
    proof: proofOf(signed, words),
    keys: say("keys"),
    ...{ code: printCode(receipt), codeTooLong: say("long") },
    foot: say("foot", { title, seq: number(BigInt(seq)) }),
    page: (page, pages) => say("page", { page, pages }),
    attached: { line: `${line}\n`, about: say("attached") },
  };
}

function signatureRows({ entry, payload, signature, shown }: Signed, words: Words): PaperRow[] {
  const { say, law, sign, method, moment } = words;
  const { slot, answer, outcome, register, opened, dossier, statement } = signature;
  const role = entry.actor.role ? law(`role.${entry.actor.role}`) : "";
  const place = law(slotKey(slot));
  const row = (key: string, value: string): PaperRow => ({ term: say(`term.${key}`), value });
  const how = [
    method(statement.method),
    sign(register ? "register" : "single"),
    sign(opened ? "opened" : "unopened"),
  ];
  return [
    row("who", entry.actor.name),
    row("as", role === place ? role : say("as", { role, slot: place })),
    row("body", shown.body[words.locale]),
    row("answer", [sign(answer), outcome && law(`outcome.${outcome}`)].filter(Boolean).join(", ")),
    row("when", moment(new Date(entry.at))),
    row("article", say("article", { article: payload.article, text: law(`article.${payload.article}`) })),
    row("method", how.join(" · ")),
    { ...row("dossier", dossier), hash: true },
  ];
}

function proofOf({ seq, receipt, entry, signature, keys }: Signed, words: Words): Paper["proof"] {
  const { say, number, moment } = words;
  const head = readCheckpoint(receipt.checkpoint, keys.log, keys.witnesses);
  if (!head) throw new Error(`the receipt of entry ${seq} stands under no checkpoint`);
  const witnesses = [...head.witnesses].sort((a, b) => a.seconds - b.seconds);
  const at = (seconds: number): string => moment(new Date(seconds * 1000));
  const last = witnesses[Math.min(keys.quorum, witnesses.length) - 1];
  const row = (key: string, value: string, hash?: true): PaperRow => ({
    term: say(`term.${key}`),
    value,
    hash,
  });
  const command = "npm run aqtalu -- verify FILE --key KEY …\npython3 verify.py FILE --key KEY …";
  return {
    ...{ title: say("proof"), file: say("file"), command, paper: say("paper") },
    text: say("proven", {
      ...{ seq: number(BigInt(seq)), index: number(receipt.index), size: number(head.size) },
      log: head.origin,
      when: last ? at(last.seconds) : "–",
    }),
    rows: [
      row("entry", entry.id, true),
      row("leaf", leafHash(Buffer.from(receipt.text, "utf8"), receipt.salt).toString("hex"), true),
      row("statement", signature.statement.hash, true),
      row("root", head.root.toString("hex"), true),
      ...witnesses.map(({ name, seconds }) => row("witness", say("signed", { name, when: at(seconds) }))),
      row("logKey", printVerifierKey(keys.log), true),
      ...keys.witnesses.map((key) => row("witnessKey", printVerifierKey(key), true)),
    ],
  };
}
