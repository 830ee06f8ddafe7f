import type { Locale } from "@/lib/i18n/locales";
import type { Named } from "@/lib/store/case-page";
import type { CommonDesk, CommonRow } from "@/lib/store/commons";
import type { StudyRow } from "@/lib/store/findings";
import { toDraft } from "./rows";
import type { Draft } from "./view";
import { printSheets } from "./view-cite";

export type Editing = {
  study: StudyRow;
  /** Assigned as author, at the step of study: this person writes here now. */
  writable: boolean;
  draft: Draft | null;
  requiredKinds: readonly string[];
  suggested: Record<string, string>;
  commons: CommonRow[];
  reliabilities: { code: string; name: Named }[];
};

/** What the editor is given of a case: plain values in the language of the reader. */
export function editorOf(editing: Editing, draft: Draft, locale: Locale) {
  const { study, requiredKinds, commons, reliabilities } = editing;
  const { episode, files, proceeding, newest } = study;
  return {
    caseId: episode.caseId,
    proceeding: { id: proceeding!.id, version: proceeding!.version },
    versionId: newest!.id,
    draft,
    draftVersion: newest!.draftVersion,
    savedAt: newest!.savedAt,
    charges: episode.charges,
    files,
    commons: commons.map((c) => ({
      versionId: c.version.id,
      findingId: c.findingId,
      title: c.title,
      number: c.version.number,
      claims: toDraft(c.version, []).claims,
    })),
    reliabilities: reliabilities.map(({ code, name }) => ({ code, name: name[locale] })),
    requiredKinds,
    suggested: editing.suggested,
  };
}

/** What the page of a common finding is given. */
export function commonOf(common: CommonDesk & Pick<Editing, "reliabilities">, locale: Locale) {
  const { finding, file, newest, cases, reliabilities } = common;
  const positions = new Set(cases.flatMap((c) => (c.mention ? [c.mention.position] : [])));
  return {
    writable: finding.mine && newest.submittedAt === null,
    sheets: Object.fromEntries(
      [...positions].map((at) => [at, printSheets(file.foliation, { from: at, to: at }, locale) ?? "?"]),
    ),
    given: {
      ...{ findingId: finding.id, file, versionId: newest.id, draft: toDraft(newest, []) },
      ...{ draftVersion: newest.draftVersion, savedAt: newest.savedAt },
      reliabilities: reliabilities.map(({ code, name }) => ({ code, name: name[locale] })),
    },
  };
}
