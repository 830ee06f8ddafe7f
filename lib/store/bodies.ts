import type { BodyKind } from "@/lib/law/words";
import type { Tx } from "./transaction";

export type NewBody = {
  id: string;
  kind: BodyKind;
  code: string;
  names: { kk: string; ru: string; en: string };
  region: string | null;
};
type Bodies = Pick<Tx, "bodies">;

export async function findBodyId(db: Bodies, code: string): Promise<string | null> {
  return (await db.bodies.findUnique({ where: { code }, select: { id: true } }))?.id ?? null;
}

export async function insertBody(tx: Bodies, { id, kind, code, names, region }: NewBody): Promise<void> {
  const { kk: name_kk, ru: name_ru, en: name_en } = names;
  await tx.bodies.create({
    data: { id, kind, code, name_kk, name_ru, name_en, region },
    select: { id: true },
  });
}

export async function listBodyCodes(db: Bodies): Promise<{ code: string; kind: string; name: string }[]> {
  const found = await db.bodies.findMany({ orderBy: { code: "asc" } });
  return found.map(({ code, kind, name_ru }) => ({ code, kind, name: name_ru }));
}
