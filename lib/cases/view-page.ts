export type { CasePage } from "./read";
export type { CaseListPage, CaseSearch } from "./read-list";
export type { ProceedingPage } from "./read-subject";
export type { RulesPage } from "./read-rules";
