import { appPool } from "@/lib/store/client";
import { readHalt } from "@/lib/store/ledger";
import { parseHalt, type Halt } from "./view";

/** Why nothing can be entered now, for everybody who is signed in; null while all is well. */
export async function readHalted(): Promise<Halt | null> {
  const halt = await readHalt(appPool());
  return halt && (parseHalt(halt.reason) ?? { why: "other", witnessed: 0, here: 0, by: halt.reason });
}
