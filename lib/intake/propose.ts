import { insertUnits } from "@/lib/store/intake-units";
import type { Tx } from "@/lib/store/transaction";
import type { Outcome } from "./problem";
import { Gathering, shelvesOf } from "./gathering";
import { proposeAtom } from "./propose-atom";
import { proposeAuthorities } from "./propose-authorities";
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
  if (upload.kind === "atom") return proposeAtom(tx, upload, importer);
  if (upload.kind === "authorities") return proposeAuthorities(tx, upload, importer);
  if (upload.kind === "ead") return proposeUnits(tx, upload, importer);
  const gathering = new Gathering();
  const part = gathering.part();
  const plan = await proposeTable(tx, upload.entries, importer, part);
  gathering.keep(part);
  return {
    ok: true,
    value: {
      summary: { ...gathering.summary.finish(), reading: upload.reading },
      write: async (into) => {
        await insertUnits(into, shelvesOf(gathering));
        return writeTable(into, plan);
      },
    },
  };
}
