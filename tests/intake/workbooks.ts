import { zip, type Packed } from "../files/packing";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const rels = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageRels = "http://schemas.openxmlformats.org/package/2006/relationships";

interface SheetMade {
  name: string;
  /** What stands in `sheetData`. */
  rows: string;
  after?: string;
  state?: string;
  mode?: string;
}

/** Cells of one row: texts stand in them, other cells are given as their XML. */
export const row = (number: number, ...cells: string[]): string =>
  `<row r="${number}">${cells.map((cell, at) => cellOf(cell, `${String.fromCharCode(65 + at)}${number}`)).join("")}</row>`;

const cellOf = (cell: string, ref: string): string =>
  /^<c[ >]/.test(cell)
    ? cell.replace("<c", `<c r="${ref}"`)
    : cell && `<c r="${ref}" t="inlineStr"><is><t>${cell}</t></is></c>`;

export const sheetXml = ({ rows, after = "" }: SheetMade): string =>
  `<?xml version="1.0"?><worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${after}</worksheet>`;

type Parts = { strings?: string; styles?: string; from1904?: boolean; parts?: Record<string, string | null> };

const relation = (id: string, type: string, target: string, mode = ""): string =>
  `<Relationship Id="${id}" Type="${rels}/${type}" Target="${target}"${mode && ` TargetMode="${mode}"`}/>`;

/** The parts of a workbook, as a spreadsheet would write them; those given take the place of its own. */
export function workbookParts(
  sheets: readonly SheetMade[],
  { strings = "", styles = "", from1904 = false, parts = {} }: Parts = {},
): Packed[] {
  const named = sheets.map(
    ({ name, state = "visible" }, nth) =>
      `<sheet name="${name}" sheetId="${nth + 1}" state="${state}" r:id="s${nth + 1}"/>`,
  );
  const related = sheets.map(({ mode }, nth) =>
    relation(`s${nth + 1}`, "worksheet", `worksheets/sheet${nth + 1}.xml`, mode),
  );
  related.push(
    relation("t", "sharedStrings", "/xl/sharedStrings.xml"),
    relation("y", "styles", "styles.xml"),
  );
  const all: Record<string, string | null> = {
    "[Content_Types].xml": "<Types/>",
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${rels}"><workbookPr date1904="${from1904 ? 1 : 0}"/><sheets>${named.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${packageRels}">${related.join("")}</Relationships>`,
    "xl/sharedStrings.xml": `<sst xmlns="${main}">${strings}</sst>`,
    "xl/styles.xml": `<styleSheet xmlns="${main}">${styles}</styleSheet>`,
    ...Object.fromEntries(sheets.map((sheet, nth) => [`xl/worksheets/sheet${nth + 1}.xml`, sheetXml(sheet)])),
    ...parts,
  };
  return Object.entries(all).flatMap(([path, bytes]) => (bytes === null ? [] : [{ path, bytes }]));
}

export const workbook = (...made: Parameters<typeof workbookParts>): Promise<Buffer> =>
  zip(workbookParts(...made));

export const headings = ["Архив", "Фонд", "Опись", "Номер дела", "Заголовок дела", "Даты дела", "Листы"];
