import { dayOf } from "@/lib/clock";
import type { Actor } from "@/lib/law/actor";
import { blocked, type Blocked } from "@/lib/law/blocked";
import { law, type Row } from "@/lib/law/law";
import type { Matter, RuleSet } from "@/lib/law/matter";
import { openTo, type OpenAct } from "@/lib/law/open-to";
import { isOpen, roles, type ProceedingKind, type Role } from "@/lib/law/words";
import { appReads } from "@/lib/store/client";
import { loadDuplicates, loadFinding, loadMatters, loadRules, type LoadedMatter } from "@/lib/store/matters";
import { loadRoster } from "@/lib/store/roster";
import { readerOn } from "@/lib/store/transaction";

export type Subject = { kind: ProceedingKind; id: string };
export type Standing = {
  acts: readonly OpenAct[];
  /** The rows of the present step: who acts here, and in which article. */
  rows: readonly Row[];
  blocked: readonly Blocked[];
  rules: RuleSet;
  loaded: LoadedMatter;
  matter: Omit<Matter, "act">;
};

/**
 * What is open to this person at a proceeding, or at a subject without one, judged by the same rows as the act
 * itself will be. Null where there is nothing of the kind; whether it may be seen is asked before.
 */
export async function readStanding(
  actor: Actor,
  about: { proceeding: string } | { subject: Subject },
  now: Date,
): Promise<Standing | null> {
  const reader = readerOn(appReads());
  const subject = "subject" in about ? about.subject : null;
  const proceeding = "proceeding" in about ? about.proceeding : null;
  const wanted = {
    proceedings: proceeding ? [proceeding] : [],
    kind: subject?.kind ?? "rehabilitation",
    files: subject?.kind === "declassification" ? [subject.id] : [],
    cases: subject?.kind === "rehabilitation" ? [subject.id] : [],
  } as const;
  const today = dayOf(now);
  const [found, rules] = await Promise.all([
    loadMatters(reader, wanted, actor.accountId, today),
    loadRules(reader, now),
  ]);
  const loaded = [...found.values()][0];
  if (!loaded) return null;
  const matter: Omit<Matter, "act"> = {
    actor: {
      id: actor.accountId,
      offices: actor.offices,
      conflict: loaded.conflict,
      deputyFor: loaded.deputyFor,
      cooling: actor.coolingUntil > now.getTime(),
      keyed: actor.keyed,
    },
    kind: loaded.kind,
    proceeding: loaded.proceeding,
    file: loaded.file,
    case: loaded.case && (await completed(loaded, rules)),
    rules,
    terms: {},
  };
  const rows = rowsOfStep(matter);
  const roster =
    proceeding && isOpen(loaded.proceeding?.step ?? "none") ? await rosterFor(proceeding, rows, today) : [];
  return { acts: openTo(matter), rows, blocked: blocked(matter, roster), rules, loaded, matter };
}

/** Before a proceeding similar cases are looked for; at the step of study, the draft. */
async function completed(loaded: LoadedMatter, rules: RuleSet): Promise<Matter["case"]> {
  const held = loaded.case!;
  if (!loaded.proceeding) {
    return { ...held, duplicatesOpen: (await loadDuplicates(readerOn(appReads()), loaded.caseId!)).length };
  }
  if (loaded.proceeding.step !== "study") return held;
  const draft = await loadFinding(readerOn(appReads()), loaded.caseId!, rules);
  return { ...held, finding: draft && !draft.submitted ? draft : null };
}

function rowsOfStep(m: Omit<Matter, "act">): Row[] {
  const step = m.proceeding?.step ?? "none";
  const kind = m.kind === "declassification" ? "d" : "r";
  return law.filter((row) => (row.in === kind || row.in === "b") && row.step === step);
}

async function rosterFor(proceeding: string, rows: readonly Row[], today: string) {
  const wanted = new Set<Role>(
    rows.flatMap((row) => row.by.flatMap((by) => roles.find((r) => r === by) ?? [])),
  );
  if (rows.some((row) => row.by.includes("regional"))) wanted.add("chair");
  return loadRoster(appReads(), proceeding, [...wanted], today);
}
