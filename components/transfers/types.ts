import type { TransferRefusal } from "@/lib/law/transferring";
import type { Result } from "@/lib/result";

export type Answered = Result<{ id: string }, TransferRefusal>;
export type TransferActing = (previous: Answered | null, form: FormData) => Promise<Answered>;
/** The acts of one transfer, as the page hands them to its forms. */
export type TransferActs = Record<
  "again" | "withdraw" | "receive" | "check" | "accept" | "return",
  TransferActing
>;
