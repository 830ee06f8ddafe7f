import type { Actor } from "@/lib/law/actor";
import { openCopies, type CopiedRoom } from "@/tests/support/copied-room";
import { cast, person, type Cast } from "@/tests/support/people";

/** Two administrators and everybody else, each test with a database of its own. */
export type Room = CopiedRoom & { people: Cast; second: Actor };

export const openRoom = (): Room =>
  openCopies(async (db) => ({
    people: await cast(db),
    second: await person(db, "second", "administrator", "office"),
  }));
