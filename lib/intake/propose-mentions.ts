import { newId } from "@/lib/store/id";
import type { NewMention } from "@/lib/store/intake-people";
import type { KnownMention } from "@/lib/store/intake-table";
import { pairByKeys } from "./difference";
import type { MentionEntry } from "./entries";
import { foldText } from "./row-keys";
import { sampleMention } from "./samples";
import type { TableContext } from "./table-context";

/** Who is named in a file and not yet noted there. A mention that is there is left as it is. */
export function proposeMentions(
  entries: readonly MentionEntry[],
  known: readonly KnownMention[],
  fileIds: ReadonlyMap<string, string>,
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
    context.added(sampleMention(entry), entry.key);
    const { name, role, note, key } = entry;
    const row = { id: newId(), file_id: fileOf(entry), person_id: personOf(entry), name, role };
    return [{ ...row, note: note || null, source_key: key }];
  });
}
