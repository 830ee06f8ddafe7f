import type { SpanFacts } from "@/lib/law/matter";
import { casesOf, newestOf, type World } from "../world";
import type { Move, WorldWork } from "./move";
import { recuseConflicted } from "./recuse";
import { sees } from "./sees";
import { drafts, plans, ruleSets } from "./subjects";

/** False where there is nothing to change, or where what is said is less than the desk takes. */
type Write = (world: World, move: Move) => boolean;

/** Grade and owner agencies. */
const nameOwners: Write = (world, { subject, terms }) => {
  const file = world.files[subject.index]!;
  const { grade, owners } = plans[terms.plan ?? 0]!;
  if (file.grade === grade && file.owners.join() === owners.join()) return false;
  Object.assign(file, { grade, owners });
  return true;
};

/** The author's half of both answers. An owner's reply stands as long as what it replied to does. */
const divideSpans: Write = (world, { subject, terms }) => {
  const file = world.files[subject.index]!;
  const { spans } = plans[terms.plan ?? 0]!;
  if (spans.some((s) => s.secrecy === "keep" && !s.keptBased)) return false;
  const same = (a: SpanFacts, b: SpanFacts): boolean => a.secrecy === b.secrecy && a.ownerId === b.ownerId;
  if (file.spans.every((held, half) => same(held, spans[half]!))) return false;
  file.spans = file.spans.map((held, half) => {
    const { secrecy, ownerId, keptBased } = spans[half]!;
    return same(held, spans[half]!) ? held : { ...held, secrecy, ownerId, keptBased, ownerAnswer: null };
  });
  return true;
};

const answerAccess: Write = (world, { subject, terms }) => {
  const file = world.files[subject.index]!;
  const access = terms.access ?? null;
  if (file.spans.every((s) => s.access === access)) return false;
  file.spans = file.spans.map((s) => ({ ...s, access, accessBased: access === "closed" }));
  return true;
};

/** A draft that somebody else began is taken over: who began it is an author of it still. */
const saveDraft: Write = (world, { actor, subject, terms }) => {
  const held = world.cases[subject.index]!;
  if (held.draft && held.draft.by !== actor) newestOf(world, subject)!.authors.add(held.draft.by);
  held.draft = { facts: drafts[terms.draft ?? 0]!, by: actor };
  return true;
};

/** First answers, for what the person may see: an answer that is there changes by the act of B5 alone. */
const answerConflicts: Write = (world, { actor, subject, terms }) => {
  const answers = world.conflicts.get(actor)!;
  const first = casesOf(world, subject).filter(
    (index) => !answers.has(index) && sees(world, actor, { kind: "case", index }),
  );
  for (const index of first) answers.set(index, terms.answer ?? "none");
  const conflicted = terms.answer === "conflict" ? first : [];
  recuseConflicted(
    world,
    actor,
    conflicted.map((index) => ({ kind: "case", index })),
  );
  return first.length > 0;
};

/** A conflict with the case is one with the file from now on. */
const linkFile: Write = (world, { actor, subject, terms }) => {
  const { links } = world.cases[subject.index]!;
  const file = terms.file ?? 0;
  const held = links.find((link) => link.file === file);
  if (held?.required) return false;
  if (held) held.required = true;
  else links.push({ file, required: true });
  recuseConflicted(world, actor, [subject, { kind: "file", index: file }]);
  return true;
};

/** What a work writes besides what falls back. */
export const writes: Record<WorldWork, Write> = {
  name_owners: nameOwners,
  divide_spans: divideSpans,
  answer_access: answerAccess,
  save_draft: saveDraft,
  answer_conflicts: answerConflicts,
  link_file: linkFile,
  edit_case: () => true,
  attach_image: () => true,
  impose_secrecy: () => true,
  edit_finding: (world, { actor, subject, terms }) => {
    const held = world.cases[subject.index]!;
    if (!held.finding || !newestOf(world, subject)?.authors.has(actor)) return false;
    held.finding = drafts[terms.draft ?? 0]!;
    return true;
  },
  answer_duplicate: (world, { subject }) => {
    const held = world.cases[subject.index]!;
    if (held.duplicatesOpen === 0) return false;
    held.duplicatesOpen = 0;
    return true;
  },
  activate_rules: (world, { terms }) => {
    const version = world.rules.version + 1;
    world.rules = { ...ruleSets[terms.rules ?? 0]!, version };
    // Who proposed and confirmed them is not played here; the history has them all the same.
    const of = {
      body: "",
      confirmedBy: "b",
      from: world.entries.at(-1)!.at,
      proposedBy: "a",
      withdrawnBy: null,
    };
    world.folded.rules.set(String(version), of);
    return true;
  },
  chair_absence: (world) => {
    world.chairAbsent = !world.chairAbsent;
    return true;
  },
};
