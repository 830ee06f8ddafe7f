import { dayOf, systemClock } from "@/lib/clock";
import type { Actor } from "@/lib/law/actor";
import { loadBacklog, type Backlog } from "@/lib/store/backlog";
import { appPool, appReads } from "@/lib/store/client";
import { countQueue, loadQueue, type Queue, type QueueFilter } from "@/lib/store/queue";
import { loadReach } from "@/lib/store/reach";

/** What waits for this person, and what they could begin. */
export async function readQueue(
  actor: Actor,
  filter: QueueFilter,
): Promise<{ queue: Queue; backlog: Backlog; now: Date }> {
  const db = appPool();
  const now = systemClock();
  const reach = await loadReach(appReads(), actor);
  const [queue, backlog] = await Promise.all([
    loadQueue(db, actor, reach, dayOf(now), filter),
    loadBacklog(db, actor, reach),
  ]);
  return { queue, backlog, now };
}

/** For the rail. */
export async function readQueueCount(actor: Actor): Promise<number> {
  const db = appReads();
  return countQueue(db, actor, await loadReach(db, actor), dayOf(systemClock()));
}
