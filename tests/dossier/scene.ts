import pg from "pg";
import sharp from "sharp";
import { checkBag } from "@/lib/files/check-bag";
import { exportDossier, type Sources } from "@/lib/dossier/export";
import type { PublicKeys } from "@/lib/history/public-keys";
import type { Keepers } from "@/lib/history/keepers";
import type { Actor } from "@/lib/law/actor";
import { attachImage } from "@/lib/sheets/perform";
import { append } from "@/lib/store/events";
import { newId } from "@/lib/store/id";
import { openBytes, readAll } from "../files/packing";
import { aDraft, aFile } from "../support/records";
import { atSigning, type World } from "../units/world";

export const purpose = "передача досье в научный центр";
export const home = "https://aqtalu.example/";

export const picture = (background: string): Promise<Buffer> =>
  sharp({ create: { width: 40, height: 60, channels: 3, background } })
    .png()
    .toBuffer();

/**
 * A case with a submitted finding and signatures. Its own file is declassified and has images, one of them of a closed
 * sheet; another file of the case, cited and named in an entry, is secret.
 */
export async function aDossier(world: World) {
  const { db, people, act, desk } = world;
  const { fileId, kase, proceeding: declassification } = await atSigning(world);
  const hidden = await aFile(db, { grade: null, owner: null });
  await act(people.member2, { act: "sign", proceeding: declassification });
  await act(people.chair, { act: "sign", proceeding: declassification, basis: "decree" });
  await db.prisma.case_files.create({ data: { case_id: kase, file_id: hidden, bond: "supporting" } });
  for (const [sheet, colour] of [
    ["2", "#fff"],
    ["5 об.", "#000"],
  ] as const) {
    const bytes = await picture(colour);
    await attachImage(desk, people.archivist, { fileId, sheet, bytes, told: 0 });
  }
  await attachImage(desk, people.archivist, {
    fileId: hidden,
    sheet: "3",
    bytes: await picture("#777"),
    told: 0,
  });
  const subject = { kind: "rehabilitation", id: kase } as const;
  const proceeding = await act(people.secretary1, { act: "open", subject, motion: "own" });
  await act(people.head, { act: "assign_author", proceeding, assignee: people.expert.accountId });
  await act(people.head, { act: "assign_reader", proceeding, assignee: people.reader.accountId });
  const version = await aDraft(db, kase, fileId, people.expert.accountId);
  await act(people.expert, { act: "submit", proceeding });
  await act(people.reader, { act: "concur", proceeding });
  await act(people.member1, { act: "sign", proceeding, outcome: "full" });
  await nameInHistory(world, kase, hidden);
  await hideFile(world, hidden, version);
  await closeSheet(world, fileId);
  return { kase, fileId, hidden, proceeding };
}
export type Scene = Awaited<ReturnType<typeof aDossier>>;

async function nameInHistory({ db }: World, caseId: string, fileId: string): Promise<void> {
  const actor = { id: null, name: "test", role: null, body: null, delegation: null };
  const facts = { bond: "supporting", text: "тайная связь" };
  const about = { case: caseId, file: fileId, person: null };
  const payload = { kind: "work", work: "link_file", article: "P12", about, facts } as const;
  await append(db.prisma, [{ actor, at: new Date(), payload, about: { caseId, fileId } }]);
}

/** The file is secret and cited: the database lets neither come about so, and what is read may not lean on that. */
async function hideFile({ ownerUrl }: World, fileId: string, versionId: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query("set session_replication_role = replica");
    await owner.query("update files set grade = 'secret' where id = $1", [fileId]);
    await owner.query(
      `insert into citations (id, claim_id, position, file_id, from_pos, to_pos, quote)
       select $1, cl.id, 1, $2, 4, 4, 'тайная цитата' from claims cl where cl.version_id = $3 and cl.position = 0`,
      [newId(), fileId, versionId],
    );
  } finally {
    await owner.end();
  }
}

/** The span that the sheet lies in is parted: 5 об. is closed for 75 years. */
async function closeSheet({ db }: World, fileId: string): Promise<void> {
  const span = await db.prisma.spans.findFirstOrThrow({ where: { file_id: fileId } });
  const { id: _id, ...answers } = span;
  await db.prisma.$transaction([
    db.prisma.spans.update({ where: { id: span.id }, data: { to_pos: 8 } }),
    db.prisma.spans.create({
      data: {
        ...answers,
        id: newId(),
        from_pos: 9,
        to_pos: 9,
        access: "closed",
        access_basis: "75 лет",
        closed_until: new Date("2037-01-01"),
      },
    }),
    db.prisma.spans.create({ data: { ...answers, id: newId(), from_pos: 10 } }),
  ]);
}

export const keysOf = ({ signer, witnesses }: Keepers): PublicKeys => ({
  log: signer.key,
  witnesses: witnesses.map((one) => one.key),
  quorum: 2,
});

/** What somebody takes away, as bytes; null where there is no such case for them. */
export async function bagOf(
  { desk, db }: World,
  actor: Actor,
  id: string,
  { keys = null, now }: { keys?: PublicKeys | null; now?: Date } = {},
): Promise<Buffer | null> {
  const sources: Sources = { pool: db.pool, keys: () => Promise.resolve(keys) };
  const at = now ? { ...desk, clock: () => now } : desk;
  const bag = await exportDossier(at, actor, { id, purpose, home }, sources);
  return bag && Buffer.from(await new Response(bag).arrayBuffer());
}

/** A bag that is valid, with its files by their path below `data/`. */
export async function openBag(place: string, bytes: Buffer | null) {
  if (!bytes) throw new Error("there is no bag");
  const source = await openBytes(place, bytes);
  const report = await checkBag(source);
  const { texts } = await readAll(source);
  const files = Object.fromEntries(
    Object.entries(texts).flatMap(([path, text]) => {
      const within = /^[^/]+\/data\/(.*)$/.exec(path)?.[1];
      return within ? [[within, text] as const] : [];
    }),
  );
  return { report, files, all: Object.entries(texts).flat().join("\n") };
}
