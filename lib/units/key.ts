import { newId } from "@/lib/store/id";

/** A key for one form as it is drawn: sent twice, the second answer is the first. */
export const newKey = (): string => newId();
