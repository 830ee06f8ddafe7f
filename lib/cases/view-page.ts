export type { CasePage } from "./read";
export type { CaseListPage, CaseSearch } from "./read-list";
export { ages } from "./ages";
export type { ProceedingPage } from "./read-subject";
