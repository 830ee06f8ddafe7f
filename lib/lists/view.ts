export type { ListName } from "./schema";
