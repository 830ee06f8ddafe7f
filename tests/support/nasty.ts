import { sign } from "node:crypto";
import type { Trust } from "@/lib/ledger/check-heads";
import { makeKey, type SignerKey } from "@/lib/ledger/keys";
import { cosignBody, signBody } from "@/lib/ledger/note";
import {
  acc,
  act,
  deep,
  deepText,
  entry,
  lineWith,
  log,
  make,
  proc,
  row,
  std,
  T,
  trust,
  w1,
  w2,
} from "@/tests/support/hand-made";

/** What an ordinary history never holds, and somebody might try. */
const loose = { id: "s", answer: 1, dossier: 1, outcome: 1, question: 1, rules: 1, slot: 1 };

export const cases: Record<string, () => [Buffer, Trust?]> = {
  "plain is clean": () => [make([entry(acc), entry(act())], { rows: [row("proceedings", "p", proc())] })],
  "line after the end": () => [make([entry(acc)], { tail: "{}\n" })],
  "bytes after the end": () => [make([entry(acc)], { tail: "x" })],
  "1e+21 in a payload": () => [make([entry({ ...acc, x: 1e21 })])],
  "unordered with uppercase half surrogate": () => [
    make([entry(acc)], { raws: { 0: '{"b":"\\uD800","a":1}' } }),
  ],
  "unordered with 1e999": () => [make([entry(acc)], { raws: { 0: '{"b":1e999,"a":1}' } })],
  "nested 300": () => [make([entry({ ...acc, x: deep(300) })])],
  "nested 700": () => [make([entry({ ...acc, x: deep(700) })])],
  "nested 1500": () => [make([entry({ ...acc, x: deep(1500) })])],
  "nested 20000": () => [
    make([entry(acc)], { raws: { 0: lineWith(`{"kind":"account","x":${deepText(20000)}}`) } }),
  ],
  "kind constructor": () => [
    make([entry({ kind: "constructor", "function Object() { [native code] }": 1 })], {}),
  ],
  "kind __proto__": () => [make([entry({ kind: "__proto__", "[object Object]": 1 })])],
  "facts __proto__ and indices": () => [
    make([
      entry(
        JSON.parse('{"kind":"account","facts":{"10":1,"9":2,"__proto__":{"a":1},"":3,"a.b":1}}') as object,
      ),
    ]),
  ],
  "payload own __proto__": () => [
    make([entry(JSON.parse('{"kind":"account","__proto__":{"a":1},"10":1,"9":1}') as object)]),
  ],
  "actor with __proto__": () => [
    make([entry(acc, { actor: JSON.parse('{"__proto__":1,"10":1,"9":1,"name":"n"}') as object })]),
  ],
  "subject file 5 case x": () => [
    make([entry(act({ subject: { file: 5, case: "x" } }))], {
      rows: [row("proceedings", "p", proc({ subject: 5 }))],
    }),
  ],
  "subject file null case x": () => [
    make([entry(act({ subject: { file: null, case: "x" } }))], {
      rows: [row("proceedings", "p", proc({ subject: null }))],
    }),
  ],
  "actor id false": () => [
    make(
      [
        entry(act({ signature: loose }), {
          actor: { id: false },
        }),
      ],
      {
        rows: [
          row("proceedings", "p", proc()),
          row("signatures", "s", {
            account: false,
            answer: 1,
            dossier: 1,
            outcome: 1,
            proceeding: "p",
            question: 1,
            slot: 1,
            void: null,
          }),
        ],
      },
    ),
  ],
  "act that cannot follow with voids": () => [
    make([entry(act({ signature: loose })), entry(act({ from: "zzz", voids: [{ id: "s", reason: "r" }] }))], {
      rows: [
        row("proceedings", "p", proc()),
        row("signatures", "s", {
          account: "a",
          answer: 1,
          dossier: 1,
          outcome: 1,
          proceeding: "p",
          question: 1,
          slot: 1,
          void: null,
        }),
      ],
    }),
  ],
  "two log lines, one false": () => [
    make([entry(acc)], {
      cks: [{ sigs: (b) => [...std()(b), { ...signBody(b, log), bytes: Buffer.alloc(64, 1) }] }],
    }),
  ],
  "log line twice": () => [make([entry(acc)], { cks: [{ sigs: (b) => [signBody(b, log), ...std()(b)] }] })],
  "one witness twice": () => [
    make([entry(acc)], {
      cks: [
        {
          sigs: (b) => [
            signBody(b, log),
            cosignBody(b, w1, new Date(T * 1000)),
            cosignBody(b, w1, new Date(T * 1000)),
          ],
        },
      ],
    }),
  ],
  "witness false then true": () => [
    make([entry(acc)], {
      cks: [
        {
          sigs: (b) => {
            const s = std()(b);
            return [s[0]!, { ...s[1]!, bytes: Buffer.alloc(72, 1) }, s[1]!, s[2]!];
          },
        },
      ],
    }),
  ],
  "name with U+0085": () => [make([entry(acc)], { cks: [{ extra: `\u2014 a\u0085b AAAAAAAA\n` }] })],
  "name with U+001C": () => [make([entry(acc)], { cks: [{ extra: `\u2014 a\u001cb AAAAAAAA\n` }] })],
  "name with U+FEFF": () => [make([entry(acc)], { cks: [{ extra: `\u2014 a\ufeffb AAAAAAAA\n` }] })],
  "witness time 0": () => [make([entry(acc)], { cks: [{ sigs: std(0) }] })],
  "witness time beyond 2^53, signed over the rounded number": () => {
    const big = (b: string, k: SignerKey) => {
      const t = Buffer.alloc(8);
      t.writeBigUInt64BE(2n ** 60n);
      return {
        name: k.name,
        id: k.id,
        bytes: Buffer.concat([
          t,
          sign(null, Buffer.from(`cosignature/v1\ntime ${Number(2n ** 60n)}\n${b}`), k.privateKey),
        ]),
      };
    };
    return [make([entry(acc)], { cks: [{ sigs: (b) => [signBody(b, log), big(b, w1), big(b, w2)] }] })];
  },
  "before 1970, not proven": () => [make([entry(acc, { at: "1960-01-01T00:00:00.000Z" })], { cks: [] })],
  "sample before 1970, not proven": () => [
    make([entry(acc, { at: "1960-01-01T00:00:00.000Z", sample: true })], { cks: [] }),
  ],
  "1200 checkpoint faults, then a leaf": () => [
    make([entry(acc), entry(acc)], {
      cks: [...Array.from({ length: 1200 }, () => ({ raw: "x" })), {}],
      leafs: { 1: Buffer.alloc(32, 9) },
    }),
  ],
  "1200 leaf faults after root": () => [
    make(
      Array.from({ length: 1200 }, () => entry(acc)),
      {
        cks: [{ root: Buffer.alloc(32, 5) }],
        leafs: Object.fromEntries(Array.from({ length: 1195 }, (_, i) => [i + 5, Buffer.alloc(32, 9)])),
      },
    ),
  ],
  "1200 state faults, then late": () => [
    make([entry(acc, { at: new Date((T - 1000) * 1000).toISOString() }), entry(acc)], {
      cks: [],
      rows: Array.from({ length: 1200 }, (_, i) => row("cases", String(i).padStart(5, "0"), 1)),
    }),
  ],
  "two keys under one name": () => {
    const k1 = makeKey("witness", "alice", Buffer.alloc(32, 4)),
      k2 = makeKey("witness", "alice", Buffer.alloc(32, 5));
    return [
      make([entry(acc)], {
        cks: [
          {
            sigs: (b) => [
              signBody(b, log),
              cosignBody(b, k1, new Date(T * 1000)),
              cosignBody(b, k2, new Date(T * 1000)),
            ],
          },
        ],
      }),
      { log, witnesses: [k1, k2], quorum: 2 },
    ];
  },
  "two equal sizes": () => [make([entry(acc)], { cks: [{}, {}] })],
  "two equal sizes, one false root": () => [make([entry(acc)], { cks: [{ root: Buffer.alloc(32, 1) }, {}] })],
  "size 0, true root": () => [make([entry(acc), entry(acc, { sample: true })], { cks: [{ size: 0 }] })],
  "size 0, false root": () => [make([entry(acc)], { cks: [{ size: 0, root: Buffer.alloc(32, 1) }, {}] })],
  descending: () => [make([entry(acc), entry(acc)], { cks: [{ size: 2 }, { size: 1 }] })],
  "header counts more": () => [make([entry(acc)], { headerMore: { entries: 5 } })],
  "header counts fewer": () => [make([entry(acc), entry(acc)], { headerMore: { entries: 1 } })],
  "first unproven is of 9999": () => [
    make([entry(acc, { at: "9999-01-01T00:00:00.000Z" }), entry(acc), entry(acc)], { cks: [] }),
    { ...trust, now: T + 10_000_000 },
  ],
  "index 0.5": () => [
    make([entry(acc)], { raws: { 0: lineWith('{"kind":"account"}').replace('"index":0', '"index":0.5') } }),
  ],
  "index -0": () => [
    make([entry(acc)], { raws: { 0: lineWith('{"kind":"account"}').replace('"index":0', '"index":-0') } }),
  ],
  "year 0 leap": () => [make([entry(acc, { at: "0000-02-29T00:00:00.000Z" })])],
  "24:00": () => [make([entry(acc, { at: "2026-01-01T24:00:00.000Z" })])],
  "second 60": () => [make([entry(acc, { at: "2026-06-30T23:59:60.000Z" })])],
  "state astral order": () => [
    make(
      [
        entry({ kind: "arrived", what: "file", id: "\u{1F600}" }),
        entry({ kind: "arrived", what: "file", id: "\uffee" }),
      ],
      { rows: [row("files", "\u{1F600}", "closed"), row("files", "\uffee", "closed")] },
    ),
  ],
  "state ids __proto__ and empty": () => [
    make(
      [
        entry({ kind: "arrived", what: "case", id: "__proto__" }),
        entry({ kind: "arrived", what: "file", id: "" }),
      ],
      {
        rows: [
          row("cases", "__proto__", { neverSecret: false, outcome: null, stage: "archived" }),
          row("files", "", "closed"),
        ],
      },
    ),
  ],
  "state unknown table __proto__": () => [make([entry(acc)], { rows: [row("__proto__", "1", 1)] })],
};
