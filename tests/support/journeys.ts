import type { Connection } from "@/lib/store/client";
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
