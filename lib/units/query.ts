import { z } from "zod";
import type { FileQuery } from "./read";

const yesNo = z.enum(["yes", "no"]).transform((text) => text === "yes");
const shape = z.object({
  q: z.string().max(200).optional().catch(undefined),
  standing: z.enum(["closed", "declassified", "never_secret"]).optional().catch(undefined),
  grade: yesNo.optional().catch(undefined),
  count: yesNo.optional().catch(undefined),
  owner: z.guid().optional().catch(undefined),
  under: z.guid().optional().catch(undefined),
});

/** The filter that an address asks for; what is not understood is left out. */
export function fileQuery(params: Record<string, string | undefined>, at: string | undefined): FileQuery {
  const { grade, count, ...rest } = shape.parse(params);
  const query: FileQuery = { ...rest, graded: grade, counted: count };
  const place = /^([<>])([0-9a-f-]{36})\|(.*)$/s.exec(at ?? "");
  return place ? { ...query, at: { back: place[1] === "<", id: place[2]!, key: place[3]! } } : query;
}
