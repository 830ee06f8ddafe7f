import { expect } from "vitest";
import type { Actor } from "@/lib/law/actor";
import { connect, type Connection } from "@/lib/store/client";
import { newId } from "@/lib/store/id";
import { readFile } from "@/lib/units/read";
import type { FilePage } from "@/lib/units/view";
import { freshDatabase } from "@/tests/support/database";
import { office } from "@/tests/support/office";
import { bodies, cast, type Cast } from "@/tests/support/people";
import { aCase, aFile, noConflicts } from "@/tests/support/records";

/** A database with the cast, and what tests of files begin with. */
export async function openWorld() {
  const base = await freshDatabase();
  const db = connect(base.appUrl);
  const people = await cast(db);
  const source = { pool: db.pool, tx: db.prisma };
  return {
    db,
    ownerUrl: base.ownerUrl,
    people,
    source,
    desk: office(db).desk,
    act: office(db).done,
    shown: async (fileId: string, actor: Actor = people.archivist): Promise<FilePage> => {
      const page = await readFile(actor, fileId, source);
      if (!page) throw new Error("not seen");
      return page;
    },
    close: async () => {
      await db.close();
      await base.drop();
    },
  };
}
export type World = Awaited<ReturnType<typeof openWorld>>;

export const refusalOf = (condition: string) => ({
  ok: false,
  kind: "refusal",
  refusals: [expect.objectContaining({ condition })],
});

/** A file that came with a finding aid: nothing counted, no grade, no owner. */
export async function bareFile(db: Connection): Promise<string> {
  const id = newId();
  const data = { id, position: 0, level: "file", reference: "345", title: "Дело", ref_path: id, ref_key: id };
  await db.prisma.units.create({ data: { ...data, body_id: bodies.archive } });
  await db.prisma.files.create({ data: { id } });
  return id;
}

/** A declassification under way: proposed, read, lifted by its owner, signed by one member. */
export async function atSigning({ db, people, act }: Pick<World, "db" | "act"> & { people: Cast }) {
  const fileId = await aFile(db);
  const kase = await aCase(db, [fileId]);
  await noConflicts(db, Object.values(people), [kase]);
  const subject = { kind: "declassification", id: fileId } as const;
  const proceeding = await act(people.archivist, { act: "open", subject });
  const acts = [
    [people.head, { act: "assign_author", assignee: people.expert.accountId }],
    [people.head, { act: "assign_reader", assignee: people.reader.accountId }],
    [people.expert, { act: "propose" }],
    [people.reader, { act: "concur" }],
    [people.interior, { act: "lift", agencyId: bodies.interior }],
    [people.member1, { act: "sign" }],
  ] as const;
  for (const [actor, asked] of acts) await act(actor, { ...asked, proceeding });
  return { fileId, kase, proceeding };
}
