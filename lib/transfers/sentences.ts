import type { LinkCondition } from "@/lib/law/linking";
import type { TransferCondition, TransferReason, TransferState } from "@/lib/law/transferring";
import type en from "@/messages/en/transfers.json";
import type kk from "@/messages/kk/transfers.json";
import type ru from "@/messages/ru/transfers.json";
import type { AccessionProblemCode, TransferAct } from "./view";

/** The words of transfers, as messages/<locale>/transfers.json holds them: a state without a name does not compile. */
export type TransferWords = {
  state: Record<TransferState, string>;
  reason: Record<TransferReason, string>;
  act: Record<TransferAct, string>;
  refusal: Record<TransferCondition, string>;
  link: { refusal: Record<LinkCondition, string> };
  table: { problem: Record<AccessionProblemCode, string> };
};

type Complete<Words extends TransferWords> = Words;
export type InEnglish = Complete<typeof en>;
export type InKazakh = Complete<typeof kk>;
export type InRussian = Complete<typeof ru>;

/** Key, within the namespace `transfers`, of the sentence that says what stands in the way and what would allow it. */
export const refusalKey = (condition: TransferCondition): `refusal.${TransferCondition}` =>
  `refusal.${condition}`;
