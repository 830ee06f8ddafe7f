import type { Tx } from "@/lib/store/transaction";
import type { Outcome } from "./problem";
import { proposeTable } from "./propose-table";
import { proposeUnits } from "./propose-units";
import type { Importer, Proposal } from "./proposal";
import type { Upload } from "./read-upload";

/** What an upload would change in the database as it is now. */
export async function propose(
  tx: Pick<Tx, "$queryRawUnsafe">,
  upload: Upload,
  importer: Importer,
): Promise<Outcome<Proposal>> {
  if (upload.kind === "ead") return proposeUnits(tx, upload, importer);
  const { summary, write } = await proposeTable(tx, upload.entries, importer);
  return { ok: true, value: { summary: { ...summary, reading: upload.reading }, write } };
}
