export type { CasePage } from "./read";
export type { CaseListPage, CaseSearch } from "./read-list";
export type { ProceedingPage } from "./read-subject";
