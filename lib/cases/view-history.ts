export type { HistoryRow } from "@/lib/store/history";
export type { HistoryPage, HistorySearch, WholeHistory } from "./read-history";
