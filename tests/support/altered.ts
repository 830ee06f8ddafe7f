import fc from "fast-check";
import { canonicalText } from "@/lib/ledger/canonical-text";

/** JSON text with something in it that is not the canonical form, or is but rarely written. */
const odd = [
  ...[
    "1.0",
    "1e3",
    "1E3",
    "-0",
    "-1",
    "01",
    "0.5",
    "12345678901234567",
    "9007199254740993",
    "1e21",
    "1.5e300",
  ],
  ...[
    "0",
    "999999999999999",
    "-999999999999999",
    "9007199254740991",
    "--1",
    "-",
    ".5",
    "+1",
    "NaN",
    "tru",
    "nul",
  ],
  ...[
    '"\\u0041"',
    '"\\/"',
    '"\\u001f"',
    '"\\u001F"',
    '"\\b\\f\\r"',
    '"\\u000a"',
    '"\\ud800"',
    '"\\ud83d\\ude00"',
  ],
  ...['"\\x"', '"\\"', '"\t"', '"\u007f"', '""', "[ ]", "{ }", "[1,]", "[,1]", "[1 ,2]", "{}", "[]", "[[]]"],
  ...[
    '{"a":1,"a":1}',
    '{"b":1,"a":1}',
    '{"a":1,"b":1,}',
    '{"":1}',
    '{"1":1}',
    '{"10":1,"9":1}',
    '{"9":1,"10":1}',
  ],
  ...[
    '{"__proto__":1}',
    '{"é":1,"z":2}',
    '{"z":1,"é":2}',
    '{"\\u0061":1}',
    '{"a":1,"aa":1}',
    '{"aa":1,"a":1}',
  ],
  ...[
    '{"a":1"b":2}',
    '{"a" :1}',
    "{a:1}",
    '{"\ue000":1,"😀":2}',
    '{"😀":1,"\ue000":2}',
    '{"closed":1}',
    '{"A":1,"a":2}',
  ],
  ...[20, 28, 29, 30, 31, 58, 59, 60, 61, 62, 70].map((depth) => "[".repeat(depth) + "]".repeat(depth)),
];
const bytes = [
  ...["c080", "c1bf", "e08080", "e09fbf", "eda080", "edbfbf", "f08080af", "f48fbfbf", "f4908080", "f5808080"],
  ...[
    "ff",
    "80",
    "d0",
    "e2",
    "e282",
    "f09f98",
    "d0b0",
    "e282ac",
    "f09f9880",
    "ed9fbf",
    "ee8080",
    "00",
    "0a",
    "7f",
  ],
].map((hex) => Buffer.from(hex, "hex"));

type Alter = (line: Buffer) => Buffer;
const splice = (line: Buffer, from: number, to: number, by: Buffer): Buffer =>
  Buffer.concat([line.subarray(0, from), by, line.subarray(to)]);

/** Places of the values in a line: numbers, texts, words, lists, objects that hold no other. */
const values = /-?\d+|"(?:[^"\\]|\\.)*"|true|false|null|\{\}|\[\]/g;

/** One change of a line: of a byte, of a value, of the order of its parts. */
export const changes: fc.Arbitrary<Alter> = fc
  .record({
    how: fc.constantFrom(
      "change",
      "insert",
      "delete",
      "sequence",
      "value",
      "double",
      "swap",
      "blank",
      "escape",
    ),
    ...{ at: fc.nat(), byte: fc.nat({ max: 255 }) },
    ...{ odd: fc.oneof(fc.constantFrom(...odd), fc.jsonValue().map(canonicalText)) },
    sequence: fc.constantFrom(...bytes),
  })
  .map((change) => (line) => {
    const at = change.at % line.length;
    const one = Buffer.from([change.byte]);
    const all = line.toString("latin1");
    const found = [...all.matchAll(values)];
    const pick = found[change.at % Math.max(1, found.length)];
    const members = [...all.matchAll(/"\w+":(?:-?\d+|"[^"\\]*"|true|false|null)(?=,)/g)];
    const member = members[change.at % Math.max(1, members.length)];
    switch (change.how) {
      case "change":
        return splice(line, at, at + 1, one);
      case "insert":
        return splice(line, at, at, one);
      case "delete":
        return splice(line, at, at + 1, Buffer.alloc(0));
      case "sequence":
        return splice(line, at, at, change.sequence);
      case "blank":
        return splice(line, at, at, Buffer.from(" "));
      case "value":
        return pick ? splice(line, pick.index, pick.index + pick[0].length, Buffer.from(change.odd)) : line;
      case "double":
        return member
          ? splice(line, member.index, member.index, Buffer.from(`${member[0]},`, "latin1"))
          : line;
      case "swap": {
        const next = members.find(({ index }) => member && index === member.index + member[0].length + 1);
        if (!member || !next) return line;
        const swapped = Buffer.from(`${next[0]},${member[0]}`, "latin1");
        return splice(line, member.index, next.index + next[0].length, swapped);
      }
      case "escape":
        return splice(line, at, at + 1, Buffer.from(`\\u00${line[at]!.toString(16).padStart(2, "0")}`));
    }
  });
