import { dayOf, systemClock } from "@/lib/clock";
import type { Actor } from "@/lib/law/actor";
import { loadBacklog, type Backlog } from "@/lib/store/backlog";
import { appPool, appReads } from "@/lib/store/client";
import { placeInQueue, type QueuePlace } from "@/lib/store/queue-place";
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

/** Where this proceeding stands among what waits for the person; null for whom nothing ever waits. */
export async function readQueuePlace(actor: Actor, proceeding: string | null): Promise<QueuePlace | null> {
  const db = appReads();
  return placeInQueue(db, actor, await loadReach(db, actor), dayOf(systemClock()), proceeding);
}
