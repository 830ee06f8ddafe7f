import { describe, expect, test } from "vitest";
import { parseHead, printHead, readCheckpoint } from "@/lib/ledger/checkpoint";
import {
  distinctKeys,
  makeKey,
  parseSignerKey,
  parseVerifierKey,
  printSignerKey,
  printVerifierKey,
} from "@/lib/ledger/keys";
import { checkSignature, cosignBody, parseLine, parseNote, printNote, signBody } from "@/lib/ledger/note";

const log = makeKey("log", "aqtalu.test/history", Buffer.alloc(32, 1));
const [first, second] = [makeKey("witness", "w1"), makeKey("witness", "w2")];
const at = new Date("2026-11-27T10:00:00.500Z");
const body = printHead({ origin: log.name, size: 3, root: Buffer.alloc(32, 9) });
const note = (...signatures: Parameters<typeof printNote>[0]["signatures"]) =>
  printNote({ body, signatures });

test("a note that the Go implementation of signed notes publishes is read, and its signature is true", () => {
  const key = parseVerifierKey("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
  const text =
    "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n" +
    "\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
  const read = parseNote(text)!;
  expect(checkSignature(read.body, read.signatures[0]!, [key])).toMatchObject({ seconds: null });
  expect(checkSignature(`${read.body}x`, read.signatures[0]!, [key])).toBeNull();
});

describe("keys", () => {
  test.each([log, first])("are read as they are printed", (key) => {
    expect(parseVerifierKey(printVerifierKey(key))).toMatchObject({
      kind: key.kind,
      name: key.name,
      id: key.id,
    });
    expect(printSignerKey(parseSignerKey(printSignerKey(key)))).toBe(printSignerKey(key));
  });

  test("of another id, another kind or another spelling are refused", () => {
    const text = printVerifierKey(log);
    expect(() => parseVerifierKey(text.replace(/\+[0-9a-f]{8}\+/, "+00000000+"))).toThrow("its id");
    expect(() => parseVerifierKey(text.replace(/\+AV|\+AQ|\+AR|\+A[A-Z]/, "+Ag"))).toThrow(/kind|id/);
    expect(() => parseVerifierKey("no key")).toThrow("expected name");
    expect(() => parseSignerKey(text)).toThrow("no private key");
    expect(() => makeKey("log", "two words")).toThrow("plain letters");
  });
});

test("one key under two names is one witness", () => {
  const again = makeKey("witness", "another", Buffer.alloc(32, 4));
  const key = makeKey("witness", "w", Buffer.alloc(32, 4));
  expect(distinctKeys([log, key, again, first])).toEqual([log, key, first]);
});

describe("a checkpoint", () => {
  const good = note(signBody(body, log), cosignBody(body, first, at), cosignBody(body, second, at));

  test("says who signed it, and when", () => {
    expect(readCheckpoint(good, log, [first, second])).toMatchObject({
      size: 3,
      signed: true,
      witnesses: [
        { name: "w1", seconds: at.getTime() / 1000 - 0.5 },
        { name: "w2", seconds: at.getTime() / 1000 - 0.5 },
      ],
      unknown: [],
    });
  });

  test("names lines that are false, by nobody known, or twice by one", () => {
    const other = makeKey("witness", "w1");
    const read = (text: string) => readCheckpoint(text, log, [first, second]);
    expect(read(note(signBody(body, log), cosignBody(body, other, at)))?.unknown).toEqual(["w1"]);
    expect(read(note(signBody(`${body}x`, log)))).toMatchObject({ signed: false, unknown: [log.name] });
    const twice = note(
      signBody(body, log),
      cosignBody(body, first, at),
      cosignBody(body, first, new Date(0)),
    );
    expect(read(twice)).toMatchObject({ unknown: ["w1"], witnesses: [{ name: "w1" }] });
    expect(read(note(signBody(body, log), signBody(body, log)))?.signed).toBe(false);
  });

  test("is signed by its own log alone, not over the origin of another", () => {
    const foreign = printHead({ origin: "elsewhere", size: 3, root: Buffer.alloc(32) });
    const text = printNote({ body: foreign, signatures: [signBody(foreign, log)] });
    expect(readCheckpoint(text, log, [])?.signed).toBe(false);
  });

  test("a time on a witness's line that was changed makes it false", () => {
    const line = cosignBody(body, first, at);
    const later = { ...line, bytes: Buffer.from(line.bytes) };
    later.bytes[7]! ^= 1;
    expect(checkSignature(body, later, [first])).toBeNull();
  });

  test("in any other spelling is none", () => {
    const spellings = [
      good.slice(0, -1),
      `${good}\n`,
      good.replace("\u2014", "-"),
      good.replace("\n3\n", "\n03\n"),
      good.replace(/=\n/, "\n"),
      good.replace("\n\n", "\n"),
    ];
    for (const text of spellings) expect(readCheckpoint(text, log, [first, second]), text).toBeNull();
    expect(parseHead(body.replace("=", ""))).toBeNull();
    expect(parseLine("\u2014 w1 AAAA")).toBeNull();
  });
});
