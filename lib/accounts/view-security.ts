export type { SecurityView } from "./read-security";
