import type { Tx } from "@/lib/store/transaction";
import type { Outcome } from "./problem";
import { Gathering } from "./gathering";
import { proposeTable } from "./propose-table";
import { proposeUnits } from "./propose-units";
import type { Importer, Proposal } from "./proposal";
import type { Upload } from "./read-upload";
import { writeTable } from "./write-table";

/** What an upload would change in the database as it is now. */
export async function propose(
  tx: Pick<Tx, "$queryRawUnsafe">,
  upload: Upload,
  importer: Importer,
): Promise<Outcome<Proposal>> {
  if (upload.kind === "ead") return proposeUnits(tx, upload, importer);
  const part = new Gathering().part();
  const plan = await proposeTable(tx, upload.entries, importer, part);
  return {
    ok: true,
    value: {
      summary: { ...part.summary.finish(), reading: upload.reading },
      write: (into) => writeTable(into, plan),
    },
  };
}
