import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { corpusTable } from "@/prisma/sample/corpus/table";

/** Writes a corpus without errors, and gives the number of its rows. */
export async function writeCorpus(file: string, files: number, seed = 1937): Promise<number> {
  const out = createWriteStream(file);
  let count = 0;
  for (const { text, rows } of corpusTable({ seed, files, errors: 0, separator: ",", headings: "ru" })) {
    count += rows;
    if (!out.write(text)) await once(out, "drain");
  }
  out.end();
  await once(out, "finish");
  return count;
}

/** The agencies that the corpus names as owners. */
export const corpusAgencies = `insert into bodies (id, kind, code, name_kk, name_ru, name_en) values
  ('00000000-0000-4000-8000-0000000000b1', 'agency', 'IIM', 'IIM', 'IIM', 'IIM'),
  ('00000000-0000-4000-8000-0000000000b2', 'agency', 'UQK', 'UQK', 'UQK', 'UQK')`;
