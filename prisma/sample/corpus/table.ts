import { printCsv } from "@/lib/csv";
import { COLUMNS, headingOf, type Language } from "@/lib/intake/columns";
import { chanceOf } from "./chance";
import { spoil, type Spoilt } from "./faults";
import { makeCorpusFile } from "./file";

export type Corpus = {
  seed: number;
  files: number;
  /** Which share of the rows is spoilt: 0 to 1. */
  errors: number;
  separator: string;
  headings: Language;
};

/** A piece of the table as text, with the rows in it that must be turned down. */
export type Piece = { text: string; rows: number; spoilt: Spoilt[] };

const SPOIL = 3;
const FILES_A_PIECE = 250;

/** The import table of a corpus, piece by piece: whatever its size, one piece is held at a time. */
export function* corpusTable(corpus: Corpus): Generator<Piece> {
  const print = (records: string[][]): string => printCsv(records, { delimiter: corpus.separator });
  yield { text: print([COLUMNS.map((column) => headingOf(column, corpus.headings))]), rows: 0, spoilt: [] };
  let row = 1;
  for (let start = 0; start < corpus.files; start += FILES_A_PIECE) {
    const spoilt: Spoilt[] = [];
    const records: string[][] = [];
    for (let nth = start; nth < Math.min(start + FILES_A_PIECE, corpus.files); nth++) {
      const random = chanceOf(corpus.seed, nth, SPOIL);
      const rows = makeCorpusFile(corpus.seed, nth);
      // Documents lie on the sheets that the rows before them tell of: one of these stays sound.
      let describing = rows.filter(({ sheets }) => sheets).length;
      for (const sound of rows) {
        row += 1;
        const bad =
          random.chance(corpus.errors) && !(sound.sheets && describing === 1) ? spoil(random, sound) : null;
        if (bad) {
          spoilt.push({ row, column: bad.column, code: bad.code });
          if (sound.sheets) describing -= 1;
        }
        records.push(COLUMNS.map((column) => (bad?.cells ?? sound)[column] ?? ""));
      }
    }
    yield { text: print(records), rows: records.length, spoilt };
  }
}
