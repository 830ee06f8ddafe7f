import sharp from "sharp";
import { answerConflicts } from "@/lib/cases/answer-conflicts";
import { answerDuplicate } from "@/lib/cases/duplicates";
import type { Actor } from "@/lib/law/actor";
import { editCase, linkFile } from "@/lib/people/perform-edits";
import { performWork } from "@/lib/proceedings/perform-work";
import type { Result } from "@/lib/result";
import { loadCaseHeld } from "@/lib/store/registration";
import { loadFileBody } from "@/lib/store/spans";
import { attachImage } from "@/lib/sheets/perform";
import { nameOwners } from "@/lib/units/perform";
import { saveAccess, saveSecrecy } from "@/lib/units/perform-spans";
import { casesOf } from "@/tests/law/world";
import type { Move, WorldWork } from "@/tests/law/support/move";
import { plans } from "@/tests/law/support/subjects";
import type { WorkTook } from "@/tests/law/support/works";
import { halves } from "./begin";
import { idOf, type Replay } from "./desk";
import { writeDraft } from "./drafts";
import { putInForce, setAbsence } from "./outside";

type Work = (r: Replay, move: Move, actor: Actor) => Promise<WorkTook>;
/** More signatures than a proceeding can have: whoever edits was told of all that would be void. */
const told = 1000;

const done: WorkTook = { kind: "done" };
const left: WorkTook = { kind: "left" };

/** What the real work answered, in the model's words. What is not there and what may not be seen answer alike. */
function tookOf(result: Result<unknown, { condition: string; article?: string }>): WorkTook {
  if (result.ok) return done;
  if (result.kind !== "refusal") throw new Error(JSON.stringify(result));
  const { condition, article } = result.refusals[0]!;
  if (article) return { kind: "refused", article, condition };
  return { kind: condition === "gone" ? "unknown" : "left" };
}

const spansWork =
  (work: "secrecy" | "access"): Work =>
  async (r, move, actor) => {
    const fileId = idOf(r, move.subject);
    const { version, spans } = await loadFileBody(r.db.prisma, fileId);
    if (work === "access") {
      const access = move.terms.access ?? null;
      const answer = { access, accessBasis: access === "closed" ? "art. 14" : null, closedUntil: null };
      const wanted = spans.map(({ from, to }) => ({ from, to, answer }));
      return tookOf(await saveAccess(r.desk, actor, { fileId, version, spans: wanted }));
    }
    const wanted = plans[move.terms.plan ?? 0]!.spans.map((span, half) => {
      const { from, to, basis } = halves[half]!;
      const { secrecy, ownerId, keptBased } = span;
      const answer = {
        ...{ secrecy, grade: ownerId && "secret", ownerId: ownerId && r.people.bodies[ownerId]! },
        ...{ basis: secrecy && basis, reviewDate: keptBased ? "2040-01-01" : null },
      };
      return { from, to, answer };
    });
    return tookOf(await saveSecrecy(r.desk, actor, { fileId, version, told, spans: wanted }));
  };

const editTheCase: Work = async (r, move, actor) => {
  const caseId = idOf(r, move.subject);
  const { personId: _, ...held } = (await loadCaseHeld(r.db.prisma, caseId))!;
  return tookOf(await editCase(r.desk, actor, { ...held, caseId, told, organText: `Organ ${++r.nth}` }));
};

/** A picture that nobody has attached before, on the side that this case cites. */
const attach: Work = async (r, move, actor) => {
  const n = ++r.nth;
  const background = { r: n & 255, g: (n >> 8) & 255, b: 7 };
  const picture = sharp({ create: { width: 1, height: 1, channels: 3, background } });
  const bytes = await picture.png().toBuffer();
  const side = move.subject.index;
  const sheet = `${(side >> 1) + 1}${side % 2 ? " об." : ""}`;
  return tookOf(await attachImage(r.desk, actor, { fileId: r.placed.open, sheet, bytes, told }));
};

/** A list of all cases concerned, as the desk has it: none of them is about a file. */
const answerList: Work = async (r, move, actor) => {
  const cases = casesOf(r.world, move.subject).map((index) => idOf(r, { kind: "case", index }));
  const answer = move.terms.answer === "conflict" ? "relative" : "none";
  const input = { locale: "en", subject: cases.map((id) => `c:${id}`), answer: cases.map(() => answer) };
  const result = await answerConflicts(actor, { ...input, locale: "en" }, r.desk.clock());
  if (!result.ok) return { kind: "refused", article: articleOf(result), condition: "heldRole" };
  return result.value.none + result.value.conflict > 0 ? done : left;
};

const compareTwins: Work = async (r, move, actor) => {
  const caseId = idOf(r, move.subject);
  const otherId = r.placed.twins.get(move.subject.index) ?? caseId;
  const said = { caseId, otherId, answer: "other", note: "Another year of birth" } as const;
  const result = await answerDuplicate(actor, { ...said, locale: "en" }, r.desk.clock());
  if (result.ok) return done;
  const article = articleOf(result);
  return article ? { kind: "refused", article, condition: "heldRole" } : left;
};

const articleOf = (result: Result<unknown, { article: string | null }>): string =>
  !result.ok && result.kind === "refusal" ? (result.refusals[0]!.article ?? "") : "";

/** No work imposes secrecy again yet (B9 is kept for later): this is the path that it will take, by a clerk. */
const impose: Work = async (r, move) => {
  const result = await performWork<null>(r.desk, r.people.clerks[0], {
    work: "describe_file",
    about: { caseId: idOf(r, move.subject) },
    edits: "secrecy_again",
    touch: async () => ({ value: null, facts: {} }),
  });
  if (!result.ok) throw new Error(JSON.stringify(result));
  return done;
};

const works: Record<Exclude<WorldWork, "edit_finding">, Work> = {
  name_owners: async (r, { subject, terms }, actor) => {
    const fileId = idOf(r, subject);
    const { version } = await loadFileBody(r.db.prisma, fileId);
    const { grade, owners } = plans[terms.plan ?? 0]!;
    const named = owners.map((agency) => r.people.bodies[agency]!);
    return tookOf(await nameOwners(r.desk, actor, { fileId, version, told, grade, owners: named }));
  },
  divide_spans: spansWork("secrecy"),
  answer_access: spansWork("access"),
  edit_case: editTheCase,
  attach_image: attach,
  impose_secrecy: impose,
  save_draft: writeDraft,
  answer_conflicts: answerList,
  answer_duplicate: compareTwins,
  link_file: async (r, { subject, terms }, actor) => {
    const fileId = idOf(r, { kind: "file", index: terms.file ?? 0 });
    const link = { caseId: idOf(r, subject), fileId, bond: "required" } as const;
    return tookOf(await linkFile(r.desk, actor, link));
  },
  activate_rules: async (r, { terms }) => {
    await putInForce(r, terms.rules ?? 0, r.rulesBefore + r.world.rules.version + 1);
    return done;
  },
  chair_absence: async (r) => {
    await setAbsence(r, !r.world.chairAbsent);
    return done;
  },
};

export const askWork = (r: Replay, move: Move): Promise<WorkTook> =>
  works[move.act as keyof typeof works](r, move, r.people.actors[move.actor]!);
