import { makeDossiers } from "@/lib/store/dossiers";
import type { Tx } from "@/lib/store/transaction";
import type { Replay } from "./desk";

class RolledBack extends Error {}

/**
 * Whether the dossier that the next signature would cover says what stands in the tables now. It is made anew and
 * forgotten again. The version of the rules is left out: it is that of the last act, and the signature names its own.
 */
export async function dossierHolds(r: Replay, proceeding: string): Promise<boolean> {
  let holds = true;
  const looked = r.db.prisma.$transaction(async (tx) => {
    const before = await bodyOf(tx, proceeding);
    if (before !== null) {
      await makeDossiers(tx, [proceeding], r.desk.clock());
      holds = before === (await bodyOf(tx, proceeding));
    }
    throw new RolledBack();
  });
  await looked.catch((fault: unknown) => {
    if (!(fault instanceof RolledBack)) throw fault;
  });
  return holds;
}

async function bodyOf(tx: Tx, proceeding: string): Promise<string | null> {
  const [held] = await tx.$queryRawUnsafe<{ body: string }[]>(
    `select (convert_from(d.bytes, 'utf8')::jsonb - 'rules')::text as body from proceedings p
     join dossiers d on d.hash = p.dossier_hash where p.id = $1::uuid`,
    proceeding,
  );
  return held?.body ?? null;
}
