import { actorOfAccount } from "@/lib/auth/actor";
import type { Actor } from "@/lib/law/actor";
import type { Connection } from "@/lib/store/client";
import { newId } from "@/lib/store/id";
import type { Announcement } from "@/lib/transfers/write";
import { openCopies, type CopiedRoom } from "@/tests/support/copied-room";
import { bodies, cast, person, type Cast } from "@/tests/support/people";

/** The archive that hands over, the research centre that takes over, and one that has no part in it. */
export const archives = { archive: bodies.archive, centre: newId(), third: newId() };

export type Room = CopiedRoom & { people: Cast & Record<"taker" | "taker2" | "both" | "outsider", Actor> };

/** Registers the hooks of the test file: each test with a database of its own. */
export const openRoom = (): Room =>
  openCopies(async (db) => {
    const people = await cast(db);
    for (const [name, id] of Object.entries({ centre: archives.centre, third: archives.third }))
      await db.prisma.bodies.create({
        data: { id, kind: "archive", code: name, name_kk: name, name_ru: name, name_en: name },
      });
    return {
      people: {
        ...people,
        taker: await archivistOf(db, "taker", archives.centre),
        taker2: await archivistOf(db, "taker2", archives.centre),
        both: await archivistOf(db, "both", archives.archive, archives.centre),
        outsider: await archivistOf(db, "outsider", archives.third),
      },
    };
  });

/** Somebody who is archivist of these archives and of no other. */
async function archivistOf(db: Connection, login: string, ...of: string[]): Promise<Actor> {
  const colleague = await person(db, `${login}-helper`, "expert", "group");
  const id = newId();
  await db.prisma.accounts.create({ data: { id, login, name: login, locale: "ru" } });
  const second = await person(db, `${login}-second`, "expert", "group");
  for (const body_id of of)
    await db.prisma.appointments.create({
      data: {
        ...{ id: newId(), account_id: id, role: "archivist", body_id, act: "Order 1" },
        ...{ from_date: new Date("2020-01-01"), confirmed_at: new Date("2020-01-01") },
        ...{ proposed_by: colleague.accountId, confirmed_by: second.accountId },
      },
    });
  return actorOfAccount(db.pool, id, "2026-11-22");
}

/** Two fonds, one of them with nothing counted but its files. */
export function announcementOf(more: Partial<Announcement> = {}): Announcement {
  return {
    ...{ id: newId(), fromId: archives.archive, toId: archives.centre, ownNumber: null },
    ...{ title: "Investigative files of 1937", basis: "Order 12 of 3 March", due: "2026-12-01" },
    items: [
      { fonds: "10", inventories: "1–3", title: "Fonds ten", files: 120, sheets: 3400, materials: 560 },
      { fonds: "Р-2", inventories: "1", title: null, files: 5, sheets: null, materials: null },
    ],
    ...more,
  };
}

export const counts = (...files: number[]) =>
  files.map((count, at) => ({
    nth: at + 1,
    files: count,
    sheets: at === 0 ? 3400 : null,
    materials: null,
    note: null,
  }));
