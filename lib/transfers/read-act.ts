import { formatter, translator } from "@/lib/i18n/translator";
import type { Locale } from "@/lib/i18n/locales";
import type { Actor } from "@/lib/law/actor";
import { appReads, type Reads } from "@/lib/store/client";
import { transferReach } from "@/lib/store/transfer-reach";
import { loadTransfer } from "@/lib/store/transfers";
import { readerOn } from "@/lib/store/transaction";
import { actOf, type ActPaper, type ActWords } from "./act";

/** The act of a transfer in a language, a draft before it is accepted; null where the person sees no such transfer. */
export async function readAct(
  actor: Actor,
  id: string,
  locale: Locale,
  db: Reads = appReads(),
): Promise<{ number: number; paper: ActPaper } | null> {
  const transfer = await loadTransfer(readerOn(db), transferReach(actor), id);
  return transfer && { number: transfer.number, paper: actOf(transfer, await actWords(locale)) };
}

export async function actWords(locale: Locale): Promise<ActWords> {
  const [say, law, common] = await Promise.all(
    ["transfers", "law", "common"].map((namespace) => translator(locale, namespace)),
  );
  const format = formatter(locale);
  const day = { day: "numeric", month: "long", year: "numeric" } as const;
  return {
    ...{ locale, product: common!("product"), say: say!, law: law! },
    number: (value) => format.number(value),
    day: (value) => format.dateTime(value, day),
    moment: (value) => format.dateTime(value, { ...day, hour: "2-digit", minute: "2-digit" }),
  };
}
