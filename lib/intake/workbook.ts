import type { Package } from "@/lib/files/package";
import { HashedFile } from "@/lib/files/blobs";
import { readPackage } from "@/lib/files/read-package";
import { failOf } from "./container-problem";
import { knowsHeadings } from "./first-record";
import type { FileFault, Outcome, Problem } from "./problem";
import type { Bytes } from "./table-text";
import type { PartReader } from "./part-reader";
import type { Epoch } from "./workbook-dates";
import { Merges } from "./workbook-merges";
import { BookReader, ProgramReader, RelationsReader, StringsReader, StylesReader } from "./workbook-parts";
import { SheetPrinter } from "./workbook-print";
import { SheetReader, type Book } from "./workbook-sheet";
import { readXml } from "./xml-run";

/** A cell of a spreadsheet is shorter by far. */
const LONGEST = 1_000_000;
const LONGEST_LIST = 300;
const BOOK = "xl/workbook.xml";
/** A workbook need not say who wrote it. */
const PROGRAM = "docProps/app.xml";
const RELATIONS = "xl/_rels/workbook.xml.rels";

/** The sheet of a workbook that was set down as a table in CSV, and the others of it that hold something. */
export interface SheetTaken {
  sheet: string;
  others: string;
  sha256: string;
  size: number;
}

interface Sheet {
  name: string;
  place: string;
  /** The first row, where the sheet has one. */
  names: string[];
  isEmpty: boolean;
}

/**
 * Finds the sheet that is meant and sets it down at a place as a table: row by row as it stands, each in the line that it
 * has in a spreadsheet. Meant is the first whose headings are known, or the only one there is.
 */
export async function takeSheet(source: Package, into: string): Promise<Outcome<SheetTaken>> {
  const [bookReader, relations] = [new BookReader(), new RelationsReader()];
  const program = new ProgramReader();
  const parts = await readParts(source, {
    [BOOK]: xml(bookReader, "workbook"),
    [RELATIONS]: xml(relations, "Relationships"),
    [PROGRAM]: xml(program, "Properties"),
  });
  if (!parts.ok) return parts;
  const epoch = bookReader.from1904 ? "1904" : program.countsByCalendar ? "calendar" : "1900";
  const book = await readBook(source, epoch, relations);
  if (!book.ok) return book;
  const placed = bookReader.sheets.flatMap(({ name, id }) => {
    const place = relations.sheets.get(id);
    return place === undefined ? [] : [{ name, place, names: [], isEmpty: true }];
  });
  if (placed.length === 0) return fail("workbookBroken", "xl/worksheets");
  const sheets = await readFirstRows(source, placed, book.value);
  if (!sheets.ok) return sheets;
  const filled = sheets.value.filter(({ isEmpty }) => !isEmpty);
  const [only] = filled.length < 2 ? [...filled, ...sheets.value] : [];
  const meant = filled.find(({ names }) => knowsHeadings(names)) ?? only;
  if (!meant) return fail("noSheet", namesOf(filled));
  const kept = await printSheet(source, meant.place, book.value, into);
  if (!kept.ok) return kept;
  const others = namesOf(filled.filter((sheet) => sheet !== meant));
  return { ok: true, value: { sheet: meant.name, others, ...kept.value } };
}

const namesOf = (sheets: readonly Sheet[]): string =>
  sheets
    .map(({ name }) => name)
    .join(", ")
    .slice(0, LONGEST_LIST);

const fail = (code: FileFault, detail: string): Outcome<never> => ({
  ok: false,
  problem: { code, place: { kind: "file" }, detail },
});

type Visit = (bytes: Bytes) => Promise<Problem | null>;

/** Reads parts in the order in which they lie in their package; what is wrong in one is named by its path. */
async function readParts(
  source: Package,
  visits: Readonly<Record<string, Visit>>,
): Promise<Outcome<Set<string>>> {
  const seen = new Set<string>();
  const wrong: Problem[] = [];
  const { faults } = await readPackage(source, async (entry) => {
    const { path, kind } = entry;
    const visit =
      Object.hasOwn(visits, path) && kind === "file" && wrong.length === 0 ? visits[path] : undefined;
    if (!visit) return;
    seen.add(path);
    const problem = await visit(entry.bytes());
    if (problem) wrong.push({ ...problem, place: { kind: "entry", path, listed: null } });
  });
  if (faults.length > 0) return failOf(faults);
  const missing = Object.keys(visits).find((path) => !seen.has(path) && path !== PROGRAM);
  if (!wrong[0] && missing !== undefined) return fail("workbookBroken", missing);
  return wrong[0] ? { ok: false, problem: wrong[0] } : { ok: true, value: seen };
}

const xml =
  (reader: PartReader, root: string): Visit =>
  async (bytes) =>
    (await readXml(bytes, reader, rootOf(root))).problem;

const rootOf = (root: string) => ({
  is: (local: string) => local === root,
  otherwise: "workbookBroken" as const,
  longest: LONGEST,
  noDoctype: true,
});

/** What the cells of all sheets refer to. */
async function readBook(
  source: Package,
  epoch: Epoch,
  { strings, styles }: RelationsReader,
): Promise<Outcome<Book>> {
  const [texts, forms] = [new StringsReader(), new StylesReader()];
  const read = await readParts(source, {
    ...(strings === null ? {} : { [strings]: xml(texts, "sst") }),
    ...(styles === null ? {} : { [styles]: xml(forms, "styleSheet") }),
  });
  return read.ok ? { ok: true, value: { strings: texts.strings, forms: forms.forms, epoch } } : read;
}

/** Only their beginnings: what is wrong further on is nobody's concern as long as they are not chosen. */
async function readFirstRows(
  source: Package,
  sheets: readonly Sheet[],
  book: Book,
): Promise<Outcome<Sheet[]>> {
  const found = new Map<string, Sheet>();
  const visits = sheets.map((sheet): [string, Visit] => [
    sheet.place,
    async (bytes) => {
      const reader = new SheetReader(book);
      await readXml(untilRow(bytes, reader), reader, rootOf("worksheet"));
      const row = reader.rows.find(({ record }) => record.length > 0);
      const names = row?.row === 1 ? row.record : [];
      found.set(sheet.place, { ...sheet, names, isEmpty: !row && !reader.fault });
      return null;
    },
  ]);
  const read = await readParts(source, Object.fromEntries(visits));
  return read.ok ? { ok: true, value: sheets.map((sheet) => found.get(sheet.place) ?? sheet) } : read;
}

async function* untilRow(bytes: Bytes, { rows }: SheetReader): AsyncGenerator<Uint8Array> {
  for await (const piece of bytes) {
    yield piece;
    if (rows.some(({ record }) => record.length > 0)) return;
    rows.length = 0;
  }
}

/** Goes through a sheet twice: what is merged in it is told at its end. */
async function printSheet(
  source: Package,
  place: string,
  book: Book,
  into: string,
): Promise<Outcome<Pick<SheetTaken, "sha256" | "size">>> {
  const merges = new Merges();
  const looked = await readParts(source, {
    [place]: async (bytes) => {
      for await (const piece of bytes)
        if (!merges.look(piece))
          return { code: "workbookTooLarge", place: { kind: "file" }, detail: "mergeCells" };
      merges.ready();
      return null;
    },
  });
  if (!looked.ok) return looked;
  const file = await HashedFile.create(into);
  try {
    const reader = new SheetReader(book);
    const printer = new SheetPrinter(file, merges);
    const read = await readParts(source, {
      [place]: async (bytes) => {
        const { problem } = await readXml(printing(bytes, reader, printer), reader, rootOf("worksheet"));
        if (!problem) await printer.print(reader.rows);
        return problem;
      },
    });
    return read.ok ? { ok: true, value: file.told() } : read;
  } finally {
    await file.close();
  }
}

/** Rows are set down before more of them are read. */
async function* printing(
  bytes: Bytes,
  { rows }: SheetReader,
  printer: SheetPrinter,
): AsyncGenerator<Uint8Array> {
  for await (const piece of bytes) {
    yield piece;
    await printer.print(rows.splice(0));
  }
}
