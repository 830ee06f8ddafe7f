export type { SignPage } from "./read-sign";
export type { ReceiptShown } from "@/lib/store/receipts";
