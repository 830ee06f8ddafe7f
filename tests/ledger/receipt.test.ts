import { createHash, randomInt } from "node:crypto";
import { expect, test } from "vitest";
import { canonicalBytes } from "@/lib/ledger/canonical";
import { printHead } from "@/lib/ledger/checkpoint";
import { leafHash } from "@/lib/ledger/leaf";
import { EMPTY_FRONTIER, extend, rootOf } from "@/lib/ledger/merkle";
import { proveInclusion } from "@/lib/ledger/merkle-proof";
import { cosignBody, printNote, signBody } from "@/lib/ledger/note";
import { printReceipt } from "@/lib/ledger/receipt";
import { act, entry, log, salt, T, trust, w1, w2 } from "@/tests/support/hand-made";
import { bothVerdicts } from "@/tests/support/judge";
import { softPasskey } from "@/tests/support/soft-passkey";

const statement = { items: [{ proceeding: "p" }], text: "Мен қол қоямын" };
const hash = createHash("sha256").update(canonicalBytes(statement)).digest("hex");
const signature = {
  answer: "for",
  dossier: "d",
  id: "s",
  outcome: "full",
  question: "q",
  rules: 1,
  slot: "chair",
};
const signed = entry(act({ signature: { ...signature, statement: { hash, id: "st", method: "password" } } }));
const text = canonicalBytes(signed).toString("utf8");

const [index, size] = [5, 9];
const nodes = new Map<string, Buffer>();
const leaves = Array.from({ length: size }, (_, n) =>
  leafHash(canonicalBytes(n === index ? signed : { n }), salt),
);
const tree = extend(EMPTY_FRONTIER, leaves, (level, nth, node) => void nodes.set(`${level} ${nth}`, node));
const body = printHead({ origin: log.name, size, root: rootOf(tree) });
const at = new Date(T * 1000);
const good = {
  checkpoint: printNote({
    body,
    signatures: [signBody(body, log), cosignBody(body, w1, at), cosignBody(body, w2, at)],
  }),
  ...{ text, salt, index, statement },
  proof: proveInclusion((level, nth) => nodes.get(`${level} ${nth}`)!, index, size),
};
const verdicts = (receipt: object) =>
  bothVerdicts(Buffer.from(`${printReceipt({ ...good, ...receipt })}\n`), trust);

test("a receipt proves its entry by both verifiers, with its statement or without", async () => {
  for (const more of [{}, { statement: null }]) {
    const { ours, other } = await verdicts(more);
    expect(ours).toEqual({ entries: size, proven: size, provenAt: T, firstBadIndex: null, faults: [] });
    expect(other).toEqual(ours);
  }
});

test.each([
  ["another statement", { statement: { ...statement, text: "Мен қол қоймаймын" } }, "statement 5"],
  ["another place", { index: 4 }, "root 4"],
  ["another entry", { text: text.replace('"chair"', '"chain"') }, "root 5"],
  ["another salt", { salt: Buffer.alloc(32, 8) }, "root 5"],
  ["a proof too short", { proof: good.proof.slice(1) }, "root 5"],
  ["what is no entry", { text: "{}" }, "entry 5"],
  [
    "a head without witnesses",
    { checkpoint: printNote({ body, signatures: [signBody(body, log)] }) },
    "late 5",
  ],
  [
    "a head without the log",
    { checkpoint: printNote({ body, signatures: [cosignBody(body, w1, at)] }) },
    "checkpoint 5",
  ],
])("%s is named", async (_, more, fault) => {
  const { ours, other } = await verdicts(more);
  expect(ours.faults).toContain(fault);
  expect(other).toEqual(ours);
});

test("with any one byte changed it is false, for both", async () => {
  const bytes = Buffer.from(`${printReceipt(good)}\n`);
  for (let n = 0; n < 40; n++) {
    const changed = Buffer.from(bytes);
    // Beyond the words by which a file is known for a receipt.
    const at = 24 + randomInt(bytes.length - 24);
    changed[at]! ^= randomInt(1, 256);
    const { ours, other } = await bothVerdicts(changed, trust);
    expect(ours.faults, `byte ${at} is ${changed[at]}`).not.toEqual([]);
    expect(other, `byte ${at} is ${changed[at]}`).toEqual(ours);
  }
}, 180_000);

test("what a passkey signed is checked again from the receipt alone", async () => {
  const [own, other] = [softPasskey(), softPasskey()];
  const touched = entry(
    act({ signature: { ...signature, statement: { hash, id: "st", method: "passkey" } } }),
  );
  const bytes = canonicalBytes(touched);
  const alone = [leafHash(bytes, salt)];
  const head = printHead({ origin: log.name, size: 1, root: rootOf(extend(EMPTY_FRONTIER, alone)) });
  const signatures = [signBody(head, log), cosignBody(head, w1, at), cosignBody(head, w2, at)];
  const receipt = {
    ...{ checkpoint: printNote({ body: head, signatures }), text: bytes.toString("utf8"), salt },
    ...{ index: 0, proof: [], statement },
  };
  const passkey = { assertion: own.answer(hash), key: own.key, site: own.site };
  const faultsOf = async (more: object) => {
    const { ours, other: theirs } = await bothVerdicts(
      Buffer.from(`${printReceipt({ ...receipt, ...more })}\n`),
      trust,
    );
    expect(theirs).toEqual(ours);
    return ours.faults;
  };
  expect(await faultsOf({ passkey })).toEqual([]);
  expect(await faultsOf({ passkey: null })).toEqual([]);
  expect(await faultsOf({ passkey: { ...passkey, key: other.key } })).toEqual(["signature 0"]);
  expect(await faultsOf({ passkey: { ...passkey, site: "elsewhere" } })).toEqual(["signature 0"]);
  const elsewhere = own.answer(createHash("sha256").update("something else").digest("hex"));
  expect(await faultsOf({ passkey: { ...passkey, assertion: elsewhere } })).toEqual(["signature 0"]);
  expect(await faultsOf({ passkey: { ...passkey, more: 1 } })).toEqual(["line –"]);
});
