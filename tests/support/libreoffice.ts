import { execFile } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { SaxesParser } from "saxes";

const run = promisify(execFile);

/** The office suite of this machine, if it has one. */
export const soffice = (process.env.PATH ?? "")
  .split(path.delimiter)
  .map((folder) => path.join(folder, "soffice"))
  .find((file) => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
export const whyNone = "LibreOffice is not installed here: apt-get install libreoffice-calc-nogui";

/** What parts the cells: what its dialogue proposes, or semicolons alone, as where decimals are written with a comma. */
export const separators = { proposed: "44/59/9", semicolons: "59" } as const;

export type OfficeCell = { text: string; formula: string | null };

/**
 * Each table as LibreOffice opens it: UTF-8, every cell taken for what it looks like, or, `asText`, for the text that it
 * is. Rows without anything at the end are left out.
 */
export async function openInOffice(
  tables: Readonly<Record<string, string>>,
  { separator, asText = false }: { separator: keyof typeof separators; asText?: boolean },
): Promise<Record<string, OfficeCell[][]>> {
  const home = await mkdtemp(path.join(tmpdir(), "aqtalu-office-"));
  try {
    const names = Object.keys(tables);
    for (const name of names) await writeFile(path.join(home, `${name}.csv`), tables[name]!);
    const columns = Array.from({ length: 120 }, (_, nth) => `${nth + 1}/2`).join("/");
    const filter = `CSV:${separators[separator]},34,76,1,${asText ? columns : ""}`;
    const files = names.map((name) => path.join(home, `${name}.csv`));
    const profile = `-env:UserInstallation=file://${path.join(home, "profile")}`;
    const to = ["--convert-to", "fods", "--outdir", home];
    await run(soffice!, [profile, "--headless", `--infilter=${filter}`, ...to, ...files], {
      timeout: 150_000,
    });
    const opened = names.map(async (name) => {
      return [name, cellsIn(await readFile(path.join(home, `${name}.fods`), "utf8"))] as const;
    });
    return Object.fromEntries(await Promise.all(opened));
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

/** The cells of the first table of a flat OpenDocument file. */
function cellsIn(fods: string): OfficeCell[][] {
  const rows: OfficeCell[][] = [];
  let cell: { text: string; paragraphs: number; formula: string | null; times: number } | null = null;
  const parser = new SaxesParser();
  const times = (attributes: Record<string, string>, what: string): number =>
    Number(attributes[`table:number-${what}-repeated`] ?? 1);
  parser.on("opentag", ({ name, attributes }) => {
    const given = attributes as Record<string, string>;
    if (name === "table:table-row") rows.push([]);
    if (name === "table:table-cell")
      cell = {
        text: "",
        paragraphs: 0,
        formula: given["table:formula"] ?? null,
        times: times(given, "columns"),
      };
    if (!cell) return;
    if (name === "text:p" && cell.paragraphs++ > 0) cell.text += "\n";
    if (name === "text:s") cell.text += " ".repeat(Number(given["text:c"] ?? 1));
    if (name === "text:tab") cell.text += "\t";
    if (name === "text:line-break") cell.text += "\n";
    inText = name.startsWith("text:") ? inText + 1 : inText;
  });
  let inText = 0;
  parser.on("text", (text) => {
    if (cell && inText > 0) cell.text += text;
  });
  parser.on("closetag", ({ name }) => {
    if (cell && name.startsWith("text:")) inText -= 1;
    if (name !== "table:table-cell" || !cell) return;
    const { text, formula } = cell;
    // What is repeated to the end of the sheet is nothing.
    for (let nth = 0; nth < Math.min(cell.times, 200); nth++) rows.at(-1)?.push({ text, formula });
    cell = null;
  });
  const from = fods.indexOf("<table:table ");
  const to = fods.indexOf("</table:table>", from);
  parser.write(`<all>${fods.slice(from, to)}</table:table></all>`).close();
  return rows.map(trimmed).filter((row, at, all) => all.slice(at).some((one) => one.length > 0));
}

const trimmed = (row: OfficeCell[]): OfficeCell[] =>
  row.slice(0, row.findLastIndex(({ text, formula }) => text !== "" || formula !== null) + 1);
