import { parseFoliation, type Foliation } from "@/lib/archive/foliation";
import { nameExtent, readSheets } from "@/lib/archive/named-extents";
import type { Extent } from "@/lib/archive/positions";
import { remembering } from "@/lib/names/remembering";
import { newId } from "@/lib/store/id";
import type { KnownMaterial, MaterialColumns, NewMaterial } from "@/lib/store/intake-materials";
import { readDateColumns } from "./dates";
import { applyChanges, findChanges, pairByKeys, rememberSaid } from "./difference";
import type { MaterialEntry } from "./entries";
import type { FilePlan } from "./propose-files";
import { sampleMaterial } from "./samples";
import type { TableContext } from "./table-context";

export interface MaterialPlan {
  added: NewMaterial[];
  updates: MaterialColumns[];
  /** Files whose documents are described further; new files say so by arriving. */
  changed: { id: string; fields: string[] }[];
}

type Said = Record<"materialKind" | "title" | "dateText" | "sheets" | "graded", string>;

/** A document of the table with its words understood and its sheets found. */
interface Placed {
  entry: MaterialEntry;
  fileId: string;
  foliation: Foliation;
  extent: Extent;
  said: Said;
}

type Files = Pick<FilePlan, "ids" | "foliations" | "uncounted">;

/** Compares the documents of a table with those that their files have. None is ever taken away. */
export function proposeMaterials(
  entries: readonly MaterialEntry[],
  known: readonly KnownMaterial[],
  files: Files & Pick<FilePlan, "held" | "files">,
  context: TableContext,
): MaterialPlan {
  const plan: MaterialPlan = { added: [], updates: [], changed: [] };
  const placed = entries.flatMap((entry) => place(entry, files, context) ?? []);
  const matches = pairByKeys(placed, known, [
    [({ entry }) => entry.key, (one) => one.source_key],
    [
      ({ fileId, said, extent }) => [fileId, said.materialKind, extent.from, extent.to].join("#"),
      (one) => [one.file_id, one.kind, one.from_pos, one.to_pos].join("#"),
    ],
  ]);
  const touched = new Set<string>();
  for (const one of placed) {
    if (compare(one, matches.get(one), files.held, plan, context)) touched.add(one.fileId);
  }
  const arriving = new Set(files.files.map(({ id }) => id));
  plan.changed = [...touched].filter((id) => !arriving.has(id)).map((id) => ({ id, fields: ["materials"] }));
  return plan;
}

/** Many files have as many sheets as another. */
const foliationOf = remembering((text): Foliation | null => {
  const parsed = parseFoliation(text);
  return parsed.ok ? parsed.value : null;
});

function place(
  entry: MaterialEntry,
  { ids, foliations, uncounted }: Files,
  context: TableContext,
): Placed | null {
  const { words, reject } = context;
  const fileId = ids.get(entry.fileKey);
  const leave = (): null => {
    context.added(sampleMaterial(entry), entry.key, true);
    return null;
  };
  if (fileId === undefined) {
    if (context.isLeft("file", entry.fileKey)) return leave();
    reject("fileRejected", entry.row, null, entry.title || entry.kind);
    return null;
  }
  const foliation = foliationOf(foliations.get(entry.fileKey) ?? "");
  const read = foliation && readSheets(foliation, entry.sheets);
  const extent = read?.ok ? read.value[0] : undefined;
  if (!foliation || !extent) {
    if (uncounted.has(entry.fileKey)) return leave();
    reject("noSuchSheets", entry.row, "materialSheets", entry.sheets);
    return null;
  }
  const kind = words.find("material", entry.kind);
  const said = {
    ...{ materialKind: kind ?? "other", title: entry.title || entry.kind, dateText: entry.dates },
    ...{ sheets: nameExtent(foliation, extent), graded: entry.graded },
  };
  return { entry, fileId, foliation, extent, said };
}

function remarkUnclear({ row, kind, dates }: MaterialEntry, { words, remark }: TableContext): void {
  if (words.find("material", kind) === null) remark("kindUnknown", row, "materialKind", kind);
  if (dates !== "" && readDateColumns(dates).date_edtf === null)
    remark("dateUnclear", row, "materialDates", dates);
}

const currentOf = (known: KnownMaterial, foliation: Foliation): Said => ({
  ...{ materialKind: known.kind, title: known.title, dateText: known.date_text ?? "" },
  sheets: nameExtent(foliation, { from: known.from_pos, to: known.to_pos }),
  graded: known.had_grade ? "yes" : "no",
});

/** @returns whether the documents of the file become others. */
function compare(
  one: Placed,
  known: KnownMaterial | undefined,
  held: ReadonlySet<string>,
  plan: MaterialPlan,
  context: TableContext,
): boolean {
  const { entry, fileId, foliation, said } = one;
  if (known && known.file_id !== fileId) {
    context.reject("materialElsewhere", entry.row, "materialCode", said.title);
    return false;
  }
  const current = known && currentOf(known, foliation);
  const changes = known && current ? findChanges(said, known.imported, current) : null;
  if (held.has(fileId) && changes?.length !== 0) {
    context.reject("inProceeding", entry.row, "materialKind", said.title);
    return false;
  }
  if (!known || !current || !changes) {
    if (!context.added(sampleMaterial(entry), entry.key)) return false;
    remarkUnclear(entry, context);
    const columns = columnsOf(newId(), said, one.extent, rememberSaid(said, null));
    plan.added.push({ ...columns, file_id: fileId, source_key: entry.key });
    return true;
  }
  remarkUnclear(entry, context);
  const made = context.compared(sampleMaterial(entry), entry.key, changes);
  if (made.length === 0) return false;
  const after = applyChanges(current, made) as Said;
  const moved = made.some(({ field }) => field === "sheets");
  const extent = moved ? one.extent : { from: known.from_pos, to: known.to_pos };
  plan.updates.push(columnsOf(known.id, after, extent, rememberSaid(said, known.imported)));
  return true;
}

function columnsOf(
  id: string,
  said: Said,
  { from, to }: Extent,
  imported: Record<string, string>,
): MaterialColumns {
  return {
    ...{ id, kind: said.materialKind, title: said.title, ...readDateColumns(said.dateText) },
    ...{ from_pos: from, to_pos: to, had_grade: said.graded === "yes", imported },
  };
}
