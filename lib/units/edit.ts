import { readDate } from "@/lib/archive/dates";
import type { Part } from "@/lib/law/words";
import type { Json } from "@/lib/ledger/entry";
import { wouldVoid, type WorkResult } from "@/lib/proceedings/perform-work";
import { done, refused, type Result } from "@/lib/result";
import type { DateColumns } from "@/lib/store/dates";
import { namesOf } from "@/lib/store/file-edits";
import type { About } from "@/lib/store/touched";
import type { Tx } from "@/lib/store/transaction";
import type { Edited, EditRefusal, Voids } from "./view";

/** What an edit changed, as the history keeps it and as a late editor is shown it. */
export type Change = { what: string; before: string | null; after: string | null };

export function changesIn(before: Record<string, Json>, after: Record<string, Json>): Change[] {
  const text = (value: Json | undefined): string | null =>
    value === null || value === undefined || value === ""
      ? null
      : typeof value === "string"
        ? value
        : JSON.stringify(value);
  return Object.keys(after)
    .map((what) => ({ what, before: text(before[what]), after: text(after[what]) }))
    .filter((change) => change.before !== change.after);
}

/** Whose signatures an edit of this part would void now. */
export async function voidsOf(tx: Pick<Tx, "$queryRawUnsafe">, part: Part, about: About): Promise<Voids> {
  const hit = await wouldVoid(tx, part, about);
  const accounts = hit.flatMap((one) => one.accounts);
  return { count: accounts.length, names: [...new Set(await namesOf(tx, accounts))] };
}

/** Refuses where more signatures would be voided than the editor was told of. */
export async function untoldVoids(
  tx: Pick<Tx, "$queryRawUnsafe">,
  part: Part,
  about: About,
  told: number,
): Promise<{ condition: "voids"; voids: Voids } | null> {
  const voids = await voidsOf(tx, part, about);
  return voids.count > told ? { condition: "voids", voids } : null;
}

/** What a work came to, as a server action answers it. What may not be seen is as if it were not there. */
export function answerOf(result: WorkResult<string, EditRefusal>): Result<Edited, EditRefusal> {
  if (result.ok) {
    return done({ id: result.value, voided: result.fellBack.reduce((sum, fell) => sum + fell.voided, 0) });
  }
  if ("unknown" in result) return refused({ condition: "gone" });
  return refused("left" in result ? result.left : result.refusal);
}

export function dateColumns(text: string | null): DateColumns {
  const { edtf, from, to } = readDate(text ?? "");
  return { date_text: text, date_edtf: edtf, date_from: from, date_to: to };
}
