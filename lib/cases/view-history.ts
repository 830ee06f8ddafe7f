export type { HistoryRow } from "@/lib/store/history";
export type { HistoryPage, HistorySearch } from "./read-history";
