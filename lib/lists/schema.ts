import { z } from "zod";

/** The lists that can be taken away whole. */
export const listNames = ["cases", "people", "files", "queue", "transfers"] as const;
export type ListName = (typeof listNames)[number];

export const listName = z.enum(listNames);
