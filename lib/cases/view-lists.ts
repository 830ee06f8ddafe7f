export type { AssignRow, ExpertRow } from "@/lib/store/assign-list";
export type { ConflictRow } from "@/lib/store/conflict-list";
export type { AssignPage } from "./read-lists";
