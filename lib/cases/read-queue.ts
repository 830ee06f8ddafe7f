import type pg from "pg";
import { dayOf, systemClock } from "@/lib/clock";
import { holds, type Actor } from "@/lib/law/actor";
import { loadBacklog, type Waiting } from "@/lib/store/backlog";
import { appPool, appReads } from "@/lib/store/client";
import { placeInQueue, type QueuePlace } from "@/lib/store/queue-place";
import { countQueue, loadQueue, type Queue, type QueueFilter } from "@/lib/store/queue";
import { loadReach, type Reach } from "@/lib/store/reach";
import { findCases } from "./find-cases";

/** What could be begun; `toOpen` are declassified cases without a proceeding. */
export type Backlog = Waiting & { toOpen: number };

/** Counts what could be begun, each for whoever may begin it. */
export async function readBacklog(db: pg.Pool, actor: Actor, reach: Reach): Promise<Backlog> {
  const opens = holds(actor, "secretary") || holds(actor, "head");
  const [waiting, openable] = await Promise.all([
    loadBacklog(db, actor, reach),
    opens ? findCases(db, reach, { waiting: "open", sort: "new", down: true }) : null,
  ]);
  return { ...waiting, toOpen: openable?.total ?? 0 };
}

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
    readBacklog(db, actor, reach),
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
