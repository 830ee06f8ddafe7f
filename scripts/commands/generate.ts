import { once } from "node:events";
import { createWriteStream, type WriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { corpusTable, type Corpus } from "@/prisma/sample/corpus/table";
import { encodings, encoder, isEncoding, type Encoding } from "@/prisma/sample/corpus/encoding";
import { halt } from "../halt";
import type { LoneCommand } from "./command";

const options = {
  files: { type: "string" },
  seed: { type: "string", default: "1937" },
  out: { type: "string", default: "corpus" },
  errors: { type: "string", default: "0" },
  encoding: { type: "string", default: "utf-8" },
  separator: { type: "string", default: "," },
  headings: { type: "string", default: "ru" },
} as const;

export const generateCommand: LoneCommand = {
  usage:
    "generate --files N [--seed S] [--out DIR] [--errors SHARE] [--encoding E] [--separator C] [--headings kk|ru|en]",
  about: "writes an invented corpus as an import table: for the same seed the same bytes",
  alone: () => true,
  async run({ args, say }) {
    const { values } = parseArgs({ args, options });
    const { corpus, encoding } = understand(values);
    await mkdir(values.out, { recursive: true });
    const [table, faults] = ["files.csv", "faults.csv"].map((name) => path.join(values.out, name)) as [
      string,
      string,
    ];
    const { rows, spoilt } = await write(corpus, encoding, table, faults);
    say(
      `Wrote ${table}: ${corpus.files} files in ${rows} rows, ${spoilt} of them spoilt (${faults} names them).`,
    );
  },
};

type Values = Partial<Record<keyof typeof options, string>>;

function understand(values: Values): { corpus: Corpus; encoding: Encoding } {
  const { encoding = "", separator = "", headings = "" } = values;
  const [files, seed, errors] = [values.files, values.seed, values.errors].map(Number) as [
    number,
    number,
    number,
  ];
  if (!Number.isSafeInteger(files) || files < 1) throw halt("Say how many files: --files 1000.");
  if (!Number.isSafeInteger(seed) || seed < 0) throw halt("A seed is a whole number from 0.");
  if (!(errors >= 0 && errors <= 1)) throw halt("--errors is a share of the rows, from 0 to 1.");
  if (!isEncoding(encoding)) throw halt(`--encoding is one of ${encodings.join(", ")}.`);
  if (![",", ";", "\t"].includes(separator)) throw halt("--separator is a comma, a semicolon or a tab.");
  if (headings !== "kk" && headings !== "ru" && headings !== "en") throw halt("--headings is kk, ru or en.");
  return { corpus: { seed, files, errors, separator, headings }, encoding };
}

async function write(corpus: Corpus, encoding: Encoding, table: string, faults: string) {
  const [out, list] = [createWriteStream(table), createWriteStream(faults)];
  const encode = encoder(encoding);
  const count = { rows: 0, spoilt: 0 };
  await put(list, Buffer.from("row,column,code\r\n"));
  for (const { text, rows, spoilt } of corpusTable(corpus)) {
    await put(out, encode(text));
    for (const { row, column, code } of spoilt) await put(list, Buffer.from(`${row},${column},${code}\r\n`));
    count.rows += rows;
    count.spoilt += spoilt.length;
  }
  await Promise.all([out, list].map((stream) => (stream.end(), once(stream, "finish"))));
  return count;
}

async function put(stream: WriteStream, bytes: Uint8Array): Promise<void> {
  if (!stream.write(bytes)) await once(stream, "drain");
}
