import type pg from "pg";
import type { Desk } from "@/lib/proceedings/perform";
import type { Connection } from "@/lib/store/client";
import { newestOf, type World } from "@/tests/law/world";
import type { Subject } from "@/tests/law/support/move";
import type { Placed } from "./begin";
import type { Peopled } from "./people";

/** One sequence being replayed: the world of the model beside what stands for it in the database. */
export type Replay = {
  db: Connection;
  desk: Desk;
  /** The owner's connection: absences have no act yet. */
  owner: pg.Pool;
  people: Peopled;
  world: World;
  placed: Placed;
  /** Ids in the database by those of the model; each comes with the act that opens it. */
  proceedings: Map<string, string>;
  /** Version 1 of the model's rules is this many versions later there. */
  rulesBefore: number;
  /** Makes what is written differ from what was written before. */
  nth: number;
};

export const idOf = (r: Replay, { kind, index }: Subject): string =>
  kind === "file" ? r.placed.files[index]! : r.placed.cases[index]!;

/** The proceeding in the database that stands for the newest of this subject. */
export function proceedingOf(r: Replay, subject: Subject): string | null {
  const held = newestOf(r.world, subject);
  return held ? r.proceedings.get(held.id)! : null;
}
