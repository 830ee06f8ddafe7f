import type { Connection } from "@/lib/store/client";
import { append } from "@/lib/store/events";
import { newId } from "@/lib/store/id";
import { bodies } from "./people";

async function arrive(db: Connection, what: "file" | "case", id: string): Promise<void> {
  await append(db.prisma, [
    {
      payload: { kind: "arrived", what, id, source: null, hash: "" },
      actor: { id: null, name: "test", role: null, body: null, delegation: null },
      at: new Date("2026-11-01"),
    },
  ]);
}

/** A described, counted file of ten leaves with one owner; `grade` null makes it one that never was secret. */
export async function aFile(
  db: Connection,
  options: { grade?: string | null; owner?: string | null } = {},
): Promise<string> {
  const id = newId();
  const { grade = "secret", owner = bodies.interior } = options;
  await db.prisma.units.create({
    data: {
      id,
      position: 0,
      level: "file",
      reference: `П-${id.slice(-6)}`,
      title: "Архивно-следственное дело",
      ref_path: `АП РК. Ф. 10. Оп. 2. Д. П-${id.slice(-6)}`,
      ref_key: `10/2/п-${id.slice(-6)}`,
      body_id: bodies.archive,
    },
  });
  await db.prisma.files.create({
    data: { id, foliation: "1–10", leaf_count: 10, counted_at: new Date(), grade },
  });
  if (owner) await db.prisma.file_owners.create({ data: { file_id: id, agency_id: owner } });
  if (grade) {
    await db.prisma.spans.create({
      data: {
        id: newId(),
        file_id: id,
        from_pos: 0,
        to_pos: 19,
        secrecy: "lift",
        grade,
        owner_id: owner!,
        basis: "basis",
        access: "open",
      },
    });
  }
  await arrive(db, "file", id);
  return id;
}

/** A case of its own person with one charge, its file required. */
export async function aCase(
  db: Connection,
  files: readonly string[],
  options: { regional?: string } = {},
): Promise<string> {
  const [id, personId] = [newId(), newId()];
  await db.prisma.persons.create({
    data: { id: personId, name: `Person ${personId.slice(-6)}`, search_key: personId },
  });
  await db.prisma.cases.create({
    data: {
      id,
      person_id: personId,
      episode: "1937",
      group_id: bodies.group,
      regional_body_id: options.regional ?? null,
    },
  });
  await db.prisma.charges.create({ data: { id: newId(), case_id: id, position: 0, article: "58-10" } });
  for (const file_id of files)
    await db.prisma.case_files.create({ data: { case_id: id, file_id, bond: "required" } });
  await arrive(db, "case", id);
  return id;
}

/** A draft with every required claim cited and every charge rehabilitated. */
export async function aDraft(
  db: Connection,
  caseId: string,
  fileId: string,
  authorId: string,
): Promise<string> {
  const [finding_id, version_id] = [newId(), newId()];
  await db.prisma.findings.create({ data: { id: finding_id, case_id: caseId, created_by: authorId } });
  await db.prisma.finding_versions.create({
    data: {
      id: version_id,
      finding_id,
      number: 1,
      author_id: authorId,
      outcome: "full",
      ground: "art. 2",
      earlier_search: "searched, none found",
      exclusion_check: "none",
      exclusion_found: false,
    },
  });
  const kinds = ["identity", "charge", "organ", "measure", "ground", "applied", "exclusion"];
  for (const [position, kind] of kinds.entries()) {
    const claim_id = newId();
    await db.prisma.claims.create({
      data: { id: claim_id, version_id, position, kind, text: kind, required: true },
    });
    await db.prisma.citations.create({
      data: { id: newId(), claim_id, position: 0, file_id: fileId, from_pos: 2, to_pos: 3, quote: "«…»" },
    });
  }
  const charges = await db.prisma.charges.findMany({ where: { case_id: caseId } });
  for (const charge of charges) {
    await db.prisma.charge_outcomes.create({
      data: { version_id, charge_id: charge.id, outcome: "rehabilitate" },
    });
  }
  return version_id;
}

/** Conflict answers "none" of these people for these cases. */
export async function noConflicts(
  db: Connection,
  people: readonly { accountId: string }[],
  cases: readonly string[],
): Promise<void> {
  await db.prisma.conflict_answers.createMany({
    data: people.flatMap((p) =>
      cases.map((case_id) => ({
        id: newId(),
        account_id: p.accountId,
        case_id,
        answer: "none",
        at: new Date("2026-11-01"),
      })),
    ),
  });
}
