import type { Actor } from "@/lib/law/actor";
import { perform } from "@/lib/proceedings/perform";
import type { ActRequest } from "@/lib/proceedings/request";
import type { Connection } from "@/lib/store/client";
import { newId } from "@/lib/store/id";
import { office } from "./office";
import { bodies, type Cast } from "./people";
import { aCase, aFile, noConflicts } from "./records";

async function proposed(db: Connection, people: Cast, file: string): Promise<string> {
  const { done } = office(db);
  const p = await done(people.archivist, { act: "open", subject: { kind: "declassification", id: file } });
  await done(people.head, { act: "assign_author", proceeding: p, assignee: people.expert.accountId });
  await done(people.head, { act: "assign_reader", proceeding: p, assignee: people.reader.accountId });
  await done(people.expert, { act: "propose", proceeding: p });
  await done(people.reader, { act: "concur", proceeding: p });
  await done(people.interior, { act: "lift", proceeding: p, agencyId: bodies.interior });
  return p;
}

/** A file's declassification that waits for its members, and its one case. */
export async function atSigning(
  db: Connection,
  people: Cast,
): Promise<{ proceeding: string; file: string; kase: string }> {
  const file = await aFile(db);
  const kase = await aCase(db, [file]);
  await noConflicts(db, Object.values(people), [kase]);
  return { proceeding: await proposed(db, people, file), file, kase };
}

/** Two files that one case requires, both waiting for the chair. */
atSigning.two = async (
  db: Connection,
  people: Cast,
): Promise<{ sharedCase: string; proceedings: string[] }> => {
  const files = [await aFile(db), await aFile(db)];
  const sharedCase = await aCase(db, files);
  await noConflicts(db, Object.values(people), [sharedCase]);
  const { done } = office(db);
  const proceedings: string[] = [];
  for (const file of files) {
    const p = await proposed(db, people, file);
    await done(people.member1, { act: "sign", proceeding: p });
    await done(people.member2, { act: "sign", proceeding: p });
    proceedings.push(p);
  }
  return { sharedCase, proceedings };
};

type Waiting = { proceeding: string; version: number; dossierHash: string };

/** Many files at once, taken to signing by lists as an office with a lot of work does. */
export async function atSigningMany(db: Connection, people: Cast, n: number): Promise<Waiting[]> {
  const files: string[] = [];
  const cases: string[] = [];
  for (let i = 0; i < n; i++) {
    files.push(await aFile(db));
    cases.push(await aCase(db, [files[i]!]));
  }
  await noConflicts(db, Object.values(people), cases);
  const { desk } = office(db);
  const list = async (actor: Actor, requests: ActRequest[]): Promise<string[]> => {
    const said = { text: "list", method: "password", register: true } as const;
    const results = await perform(desk, actor, { key: newId(), requests, said });
    return results.map((r) => {
      if (!r.ok) throw new Error(JSON.stringify(r));
      return r.proceeding;
    });
  };
  const opening = files.map((id): ActRequest => ({ act: "open", subject: { kind: "declassification", id } }));
  const ids = await list(people.archivist, opening);
  const standing = async (): Promise<Waiting[]> => {
    const there = await db.prisma.proceedings.findMany({ where: { id: { in: ids } } });
    return there.map((p) => ({ proceeding: p.id, version: p.version, dossierHash: p.dossier_hash ?? "" }));
  };
  const all = async (actor: Actor, more: Omit<ActRequest, "proceeding">): Promise<void> =>
    void (await list(
      actor,
      (await standing()).map((p) => ({ ...more, ...p })),
    ));
  await all(people.head, { act: "assign_author", assignee: people.expert.accountId });
  await all(people.head, { act: "assign_reader", assignee: people.reader.accountId });
  await all(people.expert, { act: "propose" });
  await all(people.reader, { act: "concur" });
  await all(people.interior, { act: "lift", agencyId: bodies.interior });
  return standing();
}
