import { z } from "zod";
import { proceedingKinds } from "@/lib/law/words";
import { queueKinds } from "@/lib/store/queue-parts";
import type { QueueFilter } from "@/lib/store/queue";

const search = z.object({
  what: z
    .enum([...queueKinds, "conflict", "late"])
    .optional()
    .catch(undefined),
  kind: z.enum(proceedingKinds).optional().catch(undefined),
  category: z.string().max(60).optional().catch(undefined),
  region: z.string().max(60).optional().catch(undefined),
  after: z.string().max(120).optional().catch(undefined),
});

/** The filter that an address asks for; what is not understood is left out. */
export function readQueueFilter(params: Record<string, string | string[] | undefined>): QueueFilter {
  const { after, ...filter } = search.parse(params);
  return { ...filter, after: after ? readPlace(after) : undefined };
}

export function placeText(at: NonNullable<QueueFilter["after"]>): string {
  return [at.due ?? "", at.since, at.id].join("~");
}

const moment = /^\d{4}-\d{2}-\d{2}T[\d:.+-]+$/;

function readPlace(text: string): QueueFilter["after"] {
  const [due = "", since = "", id = ""] = text.split("~");
  const sound = (due === "" || moment.test(due)) && moment.test(since) && z.uuid().safeParse(id).success;
  return sound ? { due: due || null, since, id } : undefined;
}
