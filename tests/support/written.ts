import fc from "fast-check";
import { OPEN_FACTS } from "@/lib/ledger/closed";

/** Entries as they are written, of every kind and with every place that is closed. */
const word = fc.stringMatching(/^[a-z][a-zA-Z0-9_.-]{0,8}$/);
const letters = [
  "а",
  "қ",
  "Ұ",
  "z",
  " ",
  "—",
  "“",
  "😀",
  '"',
  "\\",
  "\n",
  "\t",
  "/",
  "\u007f",
  "\u2028",
  "\ufeff",
];
const text = fc.array(fc.constantFrom(...letters), { maxLength: 12 }).map((all) => all.join(""));
const count = fc.nat({ max: 1_000_000 });
const leafValue = fc.oneof(text, count, fc.constant(null), fc.boolean(), fc.integer());
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    leafValue,
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(word, tie("value"), { maxKeys: 3 }),
  ),
}));
const facts = fc.dictionary(fc.oneof(word, fc.constantFrom(...OPEN_FACTS)), value, { maxKeys: 4 });
const voids = fc.array(fc.record({ id: word, reason: value }), { maxLength: 2 });
const orNull = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(of);
const spare = fc.dictionary(word, value, { maxKeys: 2 });
const others = {
  decision: fc.oneof(value, fc.record({ basis: value, reason: value, x: value }, { requiredKeys: [] })),
  facts,
  file: value,
  hash: value,
  reason: fc.oneof(value, fc.record({ code: word, text: value }, { requiredKeys: [] })),
  sha256: value,
  signature: fc.oneof(
    value,
    fc.record({ statement: fc.record({ hash: value, id: word }, { requiredKeys: [] }) }),
  ),
  source: value,
};
/** Any of them beside a kind that needs nothing, and beside the kinds with closed places of their own. */
const quiet = fc
  .tuple(
    fc.record(others, { requiredKeys: [] }),
    spare,
    fc.constantFrom("work", "refusal", "account", "imported"),
  )
  .map(([some, more, kind]) => ({ ...more, ...some, kind }));
const arrived = fc
  .tuple(fc.record(others, { requiredKeys: [] }), word, fc.constantFrom("file", "case", "person"))
  .map(([some, id, what]) => ({ ...some, id, what, kind: "arrived" }));
const departed = fc
  .tuple(fc.record(others, { requiredKeys: [] }), word, fc.constantFrom("file", "case", "person", "unit"))
  .map(([some, id, what]) => ({ ...some, id, what, kind: "departed" }));
const signature = fc.record({
  ...{ answer: word, dossier: word, id: word, outcome: orNull(word), question: word, slot: word },
  rules: fc.nat(),
  statement: fc.record({ hash: word, id: word, method: word }),
});
const decision = fc.record({
  basis: text,
  id: word,
  outcome: word,
  reason: orNull(text),
  result: word,
  rules: fc.nat(),
});
const act = fc.record({
  ...{ kind: fc.constant("act"), act: word, article: word, proceeding: word, of: word, from: word, to: word },
  subject: fc.oneof(fc.record({ file: word }), fc.record({ case: word })),
  ...{ round: count, version: count, single: orNull(word), deferred: orNull(word), voids, facts },
  reason: orNull(fc.record({ code: word, text })),
  ...{ signature: orNull(signature), decision: orNull(decision) },
});
const fellBack = fc.record({
  ...{ kind: fc.constant("fell_back"), proceeding: word, from: word, to: word, version: count },
  ...{ suspended: orNull(word), part: word, voids },
});
const standing = fc.record({
  kind: fc.constant("standing"),
  file: word,
  from: word,
  to: word,
  decision: word,
});
const stage = fc.record({
  ...{ kind: fc.constant("stage"), case: word, from: word, to: word, decision: word },
  ...{ neverSecret: fc.boolean(), outcome: orNull(word) },
});

export const entries = fc.record({
  actor: fc.record({
    body: orNull(word),
    delegation: fc.constant(null),
    id: orNull(word),
    name: text,
    role: word,
  }),
  // A day that every year has: the 29th of February is left to the parser.
  at: fc
    .date({
      min: new Date("1970-01-01T00:00:00Z"),
      max: new Date("2100-01-01T00:00:00Z"),
      noInvalidDate: true,
    })
    .map((date) => date.toISOString().replace("-02-29T", "-02-28T")),
  id: text,
  payload: fc.oneof(quiet, quiet, arrived, departed, act, fellBack, standing, stage),
  sample: fc.boolean(),
  v: fc.constant(1),
});
