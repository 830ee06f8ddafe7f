import type { PlainTx, Reader } from "@/lib/store/transaction";
import type { AtomDescriptions } from "./atom";
import type { Outcome } from "./problem";
import { compareAid } from "./propose-units";
import type { Entry, Importer, Proposal } from "./proposal";
import { Summariser } from "./summarise";

/** Compares every fonds of the table with what earlier imports of the same fonds have left. */
export async function proposeAtom(
  tx: Reader,
  { aids, reading, problems, remarks }: AtomDescriptions,
  importer: Importer,
): Promise<Outcome<Proposal>> {
  const whole = new Summariser("atom", aids.map(({ title }) => title).join(", "), ["unit", "file"]);
  const writes: Proposal["write"][] = [];
  for (const aid of aids) {
    const compared = await compareAid(tx, aid, importer);
    if (!compared.ok) return compared;
    const { found } = compared.value;
    whole.absorb(found.found(), found.allProblems());
    writes.push(compared.value.write);
  }
  for (const problem of problems) whole.problem(problem);
  for (const remark of remarks) whole.remark(remark);
  const write = async (into: PlainTx, at: Date): Promise<Entry[]> => {
    const entries: Entry[] = [];
    for (const one of writes) entries.push(...(await one(into, at)));
    return entries;
  };
  return { ok: true, value: { summary: { ...whole.finish(), reading }, write } };
}
