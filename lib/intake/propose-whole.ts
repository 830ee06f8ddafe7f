import type { Reader } from "@/lib/store/transaction";
import type { Outcome } from "./problem";
import { proposeAtom } from "./propose-atom";
import { proposeAuthorities } from "./propose-authorities";
import { proposeUnits } from "./propose-units";
import type { Importer, Proposal } from "./proposal";
import type { Whole } from "./read-whole";

/** What descriptions that hang together would change in the database as it is now. */
export function proposeWhole(tx: Reader, whole: Whole, importer: Importer): Promise<Outcome<Proposal>> {
  if (whole.kind === "atom") return proposeAtom(tx, whole, importer);
  if (whole.kind === "authorities") return proposeAuthorities(tx, whole, importer);
  return proposeUnits(tx, whole, importer);
}
