import { parseFoliation } from "@/lib/archive/foliation";
import { positionOf } from "@/lib/archive/positions";
import { parseLabel } from "@/lib/archive/sheet-range";
import { newId } from "@/lib/store/id";
import type { NewMention } from "@/lib/store/intake-people";
import type { KnownMention } from "@/lib/store/intake-table";
import { pairByKeys } from "./difference";
import type { MentionEntry } from "./entries";
import type { FilePlan } from "./propose-files";
import { foldText } from "./row-keys";
import { sampleMention } from "./samples";
import type { TableContext } from "./table-context";

/** Who is named in a file and not yet noted there. A mention that is there is left as it is. */
export function proposeMentions(
  entries: readonly MentionEntry[],
  known: readonly KnownMention[],
  { ids: fileIds, foliations }: Pick<FilePlan, "ids" | "foliations">,
  personIds: ReadonlyMap<string, string>,
  context: TableContext,
): NewMention[] {
  const fileOf = ({ fileKey }: MentionEntry): string => fileIds.get(fileKey) ?? "";
  const personOf = ({ personKey }: MentionEntry): string | null => personIds.get(personKey ?? "") ?? null;
  const found = pairByKeys(entries, known, [
    [(entry) => entry.key, (mention) => mention.source_key],
    [
      (entry) => personOf(entry) && `${fileOf(entry)}#${entry.role}#${personOf(entry)}`,
      ({ file_id, role, person_id }) => person_id && `${file_id}#${role}#${person_id}`,
    ],
    [
      (entry) => `${fileOf(entry)}#${entry.role}#${foldText(entry.name)}`,
      ({ file_id, role, name }) => `${file_id}#${role}#${foldText(name)}`,
    ],
  ]);
  return entries.flatMap((entry) => {
    if (found.has(entry)) {
      context.compared(sampleMention(entry), entry.key, []);
      return [];
    }
    const { fileKey, personKey } = entry;
    // Without its person it would say that nobody knows who is meant.
    const hangsOnLeft =
      context.isLeft("file", fileKey) || (personKey !== null && context.isLeft("person", personKey));
    if (!context.added(sampleMention(entry), entry.key, hangsOnLeft)) return [];
    const { name, role, note, key } = entry;
    const position = placeOf(entry, foliations.get(entry.fileKey) ?? "");
    if (entry.sheet !== "" && position === null)
      context.remark("sheetUnknown", entry.row, "personSheet", entry.sheet);
    const row = { id: newId(), file_id: fileOf(entry), person_id: personOf(entry), name, role, position };
    return [{ ...row, note: note || null, source_key: key }];
  });
}

/** The side on which the name stands; null where the file has no such sheet, or its sheets are not counted. */
function placeOf({ sheet }: MentionEntry, sheets: string): number | null {
  if (sheet === "") return null;
  const foliation = parseFoliation(sheets);
  const label = parseLabel(sheet);
  return foliation.ok && label.ok ? positionOf(foliation.value, label.value) : null;
}
