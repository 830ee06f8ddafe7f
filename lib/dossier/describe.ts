import type { ProceedingShown } from "@/lib/cases/view";
import type { Dossier } from "./dossier";

/** What of the case is told as data: nothing that is counted or told apart by what this person may not see. */
export function describeCase({ address, head, images }: Dossier): object {
  const { mentions: _mentions, entries: _entries, awaits: _awaits, archive: _archive, files, ...told } = head;
  const { otherCases: _others, proceedings: _proceedings, ...known } = told;
  return {
    address,
    ...known,
    files: files.map(({ id, reference, title, bond, standing }) => ({
      ...{ id, reference, title, bond, standing },
      images: images
        .filter((image) => image.fileId === id)
        .map(({ label, path, sha256, mediaType }) => ({ sheet: label, path, sha256, mediaType })),
    })),
  };
}

/** A proceeding, with what was signed; without what is kept for whoever looks at it on the screen. */
export function describeProceeding(proceeding: ProceedingShown, { statements }: Dossier): object {
  const { seenBefore: _seenBefore, entries: _entries, ...told } = proceeding;
  return {
    ...told,
    signatures: told.signatures.map((one) => ({ ...one, statement: statements.get(one.id) ?? null })),
  };
}
