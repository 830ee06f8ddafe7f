import { describe, expect, test } from "vitest";
import { assertionFault } from "@/lib/ledger/assertion";
import { COOLING } from "@/lib/ledger/check-signing";
import { statementHash, type Signed } from "@/lib/ledger/statement";
import { entry, act, make, T, trust } from "../support/hand-made";
import { bothVerdicts } from "../support/judge";
import { kinds, softPasskey, type SoftPasskey } from "../support/soft-passkey";

const key = softPasskey();
const other = softPasskey();
const spoken = { act: "sign", proceeding: "p", version: 1, dossierHash: "d", outcome: "full" };
const signed = (more: Partial<Signed> = {}): Signed => ({
  ...{ key: "k1", register: false, requests: [spoken], rules: 1, signer: "m", text: "I sign" },
  ...more,
});

const by = (id: string, payload: object, at = T) =>
  entry(payload, { actor: { id }, at: new Date(at * 1000).toISOString() });
const added = (passkey: SoftPasskey, account = "m", assertion: object | null = null) => {
  const { credential, key: spki, site } = passkey;
  return by(account, { kind: "passkey", what: "added", account, credential, key: spki, site, assertion });
};
const removed = ({ credential }: SoftPasskey, account = "m") => {
  const nothing = { key: null, site: null, assertion: null };
  return by(account, { kind: "passkey", what: "removed", account, credential, ...nothing });
};
const vouched = (passkey: SoftPasskey, voucher: SoftPasskey, account = "m") => {
  const { credential, key: spki, site } = passkey;
  const hash = statementHash({ account, adds: "passkey", credential, key: spki, site });
  return added(passkey, account, voucher.answer(hash));
};
const reset = (what: string, who: string, account = "m", at = T) =>
  by(who, { kind: "reset", what, reset: "r", account, article: "N11", reason: null }, at);
const stated = (s: Signed, passkey = key, more: object = {}, id = "st") => {
  const hash = statementHash(s);
  const payload = { kind: "statement", statement: id, method: "passkey", hash, signed: s };
  return by(s.signer, { ...payload, assertion: passkey.answer(hash), ...more });
};
const opened = by("a", act({ from: "none", to: "signing" }));
const signature = (s: Signed | null, more: object = {}, actMore: object = {}, who = "m", at = T) => {
  const method = s ? "passkey" : "password";
  const statement = { id: "st", hash: s ? statementHash(s) : "h", method };
  const given = { id: "s1", slot: "member:1", question: "decide/1", answer: "for", outcome: "full" };
  const payload = { act: "sign", from: "signing", to: "signing", article: "R7", reason: null };
  return by(
    who,
    act({ ...payload, signature: { ...given, dossier: "d", rules: 1, statement, ...more }, ...actMore }),
    at,
  );
};

/** Faults of signing alone: what the tables say is not what this is about. */
async function faultsOf(entries: readonly object[]): Promise<string[]> {
  const { ours, other: theirs } = await bothVerdicts(make(entries), { ...trust, now: T + 10 });
  expect(theirs).toEqual(ours);
  return ours.faults.filter((fault) => fault.startsWith("signature"));
}

const whole = [opened, added(key), stated(signed()), signature(signed())];

describe("a signature of a passkey", () => {
  test.concurrent.each(kinds)("by %s is checked again by both verifiers", async (kind) => {
    const own = softPasskey(kind);
    const s = signed({ text: kind });
    expect(await faultsOf([opened, added(own), stated(s, own), signature(s)])).toEqual([]);
    const others = softPasskey(kind);
    expect(await faultsOf([opened, added(own), stated(s, others), signature(s)])).toEqual([
      "signature 2",
      "signature 3",
    ]);
    const hash = statementHash(s);
    const forged = { ...own.answer(hash), signature: others.answer(hash).signature };
    expect(await faultsOf([opened, added(own), stated(s, own, { assertion: forged }), signature(s)])).toEqual(
      ["signature 2", "signature 3"],
    );
  });

  const reason = { code: "other", text: "why" };
  const cases: [string, object[], string[]][] = [
    ["the clean history", whole, []],
    [
      "one over another statement",
      [
        opened,
        added(key),
        stated(signed(), key, { assertion: key.answer(statementHash(signed({ text: "other" }))) }),
        signature(signed()),
      ],
      ["2", "3"],
    ],
    [
      "a statement that was altered",
      [
        opened,
        added(key),
        stated(signed(), key, { signed: signed({ text: "altered" }) }),
        signature(signed()),
      ],
      ["2", "3"],
    ],
    ["one used twice", [...whole, stated(signed(), key, {}, "st2")], ["4"]],
    ["one statement for two signatures of one request", [...whole, signature(signed(), { id: "s2" })], ["4"]],
    [
      "a statement of somebody else",
      [opened, added(key), stated(signed({ signer: "n" })), signature(signed({ signer: "n" }))],
      ["2", "3"],
    ],
    [
      "a signature in somebody else's name",
      [opened, added(key), stated(signed()), signature(signed(), {}, {}, "n")],
      ["3"],
    ],
    ["no statement at all", [opened, added(key), signature(signed())], ["2"]],
    ["a password where there is a passkey", [opened, added(key), signature(null)], ["2"]],
    ["a password where there is none", [opened, signature(null)], []],
    ["another answer", [...whole.slice(0, 3), signature(signed(), { answer: "against" })], ["3"]],
    ["another outcome", [...whole.slice(0, 3), signature(signed(), { outcome: "part" })], ["3"]],
    ["another dossier", [...whole.slice(0, 3), signature(signed(), { dossier: "e" })], ["3"]],
    ["other rules", [...whole.slice(0, 3), signature(signed(), { rules: 2 })], ["3"]],
    ["another act", [...whole.slice(0, 3), signature(signed(), {}, { act: "concur" })], ["3"]],
    ["another reason", [...whole.slice(0, 3), signature(signed(), {}, { reason })], ["3"]],
    ["another proceeding", [...whole.slice(0, 3), signature(signed(), {}, { proceeding: "q" })], ["3"]],
    [
      "another basis",
      [
        ...whole.slice(0, 3),
        signature(
          signed(),
          {},
          { decision: { id: "d1", result: "granted", outcome: "full", rules: 1, basis: "other" } },
        ),
      ],
      ["3"],
    ],
    [
      "another edition",
      [
        opened,
        added(key),
        stated(signed({ requests: [{ ...spoken, version: 2 }] })),
        signature(signed({ requests: [{ ...spoken, version: 2 }] })),
      ],
      ["3"],
    ],
    [
      "nobody touched it",
      [
        opened,
        added(key),
        stated(signed(), key, { assertion: key.answer(statementHash(signed()), { flags: 0x01 }) }),
        signature(signed()),
      ],
      ["2", "3"],
    ],
    [
      "another site",
      [
        opened,
        added(key),
        stated(signed(), key, { assertion: key.answer(statementHash(signed()), { site: "evil.test" }) }),
        signature(signed()),
      ],
      ["2", "3"],
    ],
    [
      "an answer to a registration",
      [
        opened,
        added(key),
        stated(signed(), key, {
          assertion: key.answer(statementHash(signed()), { type: "webauthn.create" }),
        }),
        signature(signed()),
      ],
      ["2", "3"],
    ],
  ];
  test.concurrent.each(cases)("%s", async (_, entries, wanted) => {
    expect(await faultsOf(entries)).toEqual(wanted.map((index) => `signature ${index}`));
  });

  test("a register of many with one touch", async () => {
    const many = Array.from({ length: 5 }, (_, n) => `p${n}`);
    const s = signed({ register: true, requests: many.map((proceeding) => ({ ...spoken, proceeding })) });
    const open = many.map((proceeding) => by("a", act({ from: "none", to: "signing", proceeding })));
    const given = many.map((proceeding, n) => signature(s, { id: `s${n}` }, { proceeding }));
    expect(await faultsOf([...open, added(key), stated(s), ...given])).toEqual([]);
  });
});

describe("a passkey", () => {
  const cases: [string, object[], string[]][] = [
    ["a further one vouched for", [added(key), vouched(other, key)], []],
    ["a further one without a word", [added(key), added(other)], ["1"]],
    ["a further one vouched for by itself", [added(key), vouched(other, other)], ["1"]],
    ["one added by somebody else", [by("x", { ...added(key).payload })], ["0"]],
    ["one added twice", [added(key), vouched(key, key)], ["1"]],
    ["a key that is none", [by("m", { ...added(key).payload, key: "AAAA" })], ["0"]],
    ["one of two put aside", [added(key), vouched(other, key), removed(key)], []],
    ["the last put aside", [added(key), removed(key)], ["1"]],
    ["one that is not there", [added(key), removed(other)], ["1"]],
    ["another's", [added(key), vouched(other, key), by("x", { ...removed(key).payload })], ["2"]],
  ];
  test.concurrent.each(cases)("%s", async (_, entries, wanted) => {
    expect(await faultsOf(entries)).toEqual(wanted.map((index) => `signature ${index}`));
  });
});

describe("a reset", () => {
  const late = T + COOLING;
  const both = [reset("proposed", "a"), reset("confirmed", "b")];
  const cases: [string, object[], string[]][] = [
    ["by two, and a first passkey after it", [added(key), ...both, added(other)], []],
    ["by one", [reset("proposed", "a"), reset("confirmed", "a")], ["1"]],
    ["by its own account", [reset("proposed", "a"), reset("confirmed", "m")], ["1"]],
    ["that nobody proposed", [reset("confirmed", "b")], ["0"]],
    ["of another account", [reset("proposed", "a"), reset("confirmed", "b", "n")], ["1"]],
    ["confirmed twice", [...both, reset("confirmed", "c")], ["2"]],
    [
      "confirmed when it was taken back",
      [reset("proposed", "a"), reset("withdrawn", "a"), reset("confirmed", "b")],
      ["2"],
    ],
    [
      "a first passkey when it was taken back",
      [added(key), reset("proposed", "a"), reset("withdrawn", "a"), added(other)],
      ["3"],
    ],
    ["a signature too soon after it", [opened, ...both, signature(null, {}, {}, "m", late - 1)], ["3"]],
    ["a signature after the cooling period", [opened, ...both, signature(null, {}, {}, "m", late)], []],
    ["somebody else's signature meanwhile", [opened, ...both, signature(null, {}, {}, "n", late - 1)], []],
    [
      "a signature with the passkey that ended",
      [opened, added(key), ...both, stated(signed()), signature(signed(), {}, {}, "m", late)],
      ["4", "5"],
    ],
  ];
  test.concurrent.each(cases)("%s", async (_, entries, wanted) => {
    expect(await faultsOf(entries)).toEqual(wanted.map((index) => `signature ${index}`));
  });
});

test("what is wrong with an assertion is said in words", () => {
  const fault = assertionFault(key.answer("00".repeat(32)), key, "11".repeat(32));
  expect(fault).toBe("the assertion is over another statement");
  expect(assertionFault(key.answer("11".repeat(32)), key, "11".repeat(32))).toBeNull();
});
