export type { Standing } from "./read-standing";
