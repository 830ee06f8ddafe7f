import type { ClaimKind } from "@/lib/law/words";
import { deriveOutcome, isAnswered, isFilled, type ClaimDraft, type Draft } from "./view";

/** What is still to be done before a finding can be submitted, with the control that does it. */
export type Task = { key: TaskKey; field: string; kind?: ClaimKind; claim?: number; charge?: number };
export const taskKeys = [
  "earlierSearch",
  "earlierFound",
  "earlierAct",
  "exclusionFound",
  "exclusionCheck",
  "charge",
  "chargeReason",
  "whole",
  "claimMissing",
  "claimEmpty",
  "claimUncited",
  "citationUnquoted",
  "citationSecret",
] as const;
export type TaskKey = (typeof taskKeys)[number];

export const fieldOfClaim = (id: string): string => `claim-${id}`;
export const fieldOfKind = (kind: string): string => `add-${kind}`;
export const fieldOfCitations = (id: string): string => `cite-${id}`;
export const fieldOfQuote = (id: string): string => `quote-${id}`;
export const fieldOfCharge = (id: string): string => `charge-${id}`;
export const fieldOfReason = (id: string): string => `reason-${id}`;

type Asked = {
  requiredKinds: readonly string[];
  common: readonly { kind: ClaimKind; citations: readonly unknown[] }[];
  isSecret(citation: { fileId: string; from: number; to: number }): boolean;
};

/** The list at the head of the editor. Empty exactly when the conditions of R2 on the finding are met. */
export function tasksOf(draft: Draft, asked: Asked): Task[] {
  return [...fieldTasks(draft), ...chargeTasks(draft), ...claimTasks(draft, asked)];
}

function fieldTasks({ fields }: Draft): Task[] {
  const tasks: Task[] = [];
  const ask = (missing: boolean, key: TaskKey): void => {
    if (missing) tasks.push({ key, field: key });
  };
  ask(!isFilled(fields.earlierSearch), "earlierSearch");
  ask(fields.earlierFound === null, "earlierFound");
  ask(fields.earlierFound === true && !isFilled(fields.earlierAct), "earlierAct");
  ask(fields.exclusionFound === null, "exclusionFound");
  ask(!isFilled(fields.exclusionCheck), "exclusionCheck");
  return tasks;
}

function chargeTasks(draft: Draft): Task[] {
  if (deriveOutcome(draft) !== null) return [];
  if (draft.charges.length === 0) return [{ key: "whole", field: "whole" }];
  return draft.charges.flatMap((answer, i): Task[] => {
    if (isAnswered(answer)) return [];
    return answer.outcome === "refuse"
      ? [{ key: "chargeReason", field: fieldOfReason(answer.chargeId), charge: i + 1 }]
      : [{ key: "charge", field: fieldOfCharge(answer.chargeId), charge: i + 1 }];
  });
}

function claimTasks({ claims }: Draft, asked: Asked): Task[] {
  const said = (kind: string): boolean =>
    asked.common.some((c) => c.kind === kind) || claims.some((c) => c.kind === kind && isFilled(c.text));
  const missing = asked.requiredKinds
    .filter((kind) => !said(kind))
    .map((kind): Task => {
      const empty = claims.find((c) => c.kind === kind);
      return {
        key: "claimMissing",
        field: empty ? fieldOfClaim(empty.id) : fieldOfKind(kind),
        kind: kind as ClaimKind,
      };
    });
  return [...missing, ...claims.flatMap((claim, i) => tasksOfClaim(claim, i + 1, asked))];
}

function tasksOfClaim(claim: ClaimDraft, nth: number, asked: Asked): Task[] {
  const tasks: Task[] = [];
  const obliged = claim.required || asked.requiredKinds.includes(claim.kind);
  const named = { kind: claim.kind, claim: nth };
  if (obliged && !isFilled(claim.text) && !asked.requiredKinds.includes(claim.kind))
    tasks.push({ key: "claimEmpty", field: fieldOfClaim(claim.id), ...named });
  if (obliged && claim.kind !== "exclusion" && claim.citations.length === 0)
    tasks.push({ key: "claimUncited", field: fieldOfCitations(claim.id), ...named });
  for (const citation of claim.citations) {
    if (!isFilled(citation.quote))
      tasks.push({ key: "citationUnquoted", field: fieldOfQuote(citation.id), ...named });
    if (asked.isSecret(citation))
      tasks.push({ key: "citationSecret", field: fieldOfQuote(citation.id), ...named });
  }
  return tasks;
}

/** Of a common part every claim is needed, and whole: the findings that share it are judged with it. */
export function commonTasksOf(draft: Pick<Draft, "claims">, isSecret: Asked["isSecret"]): Task[] {
  return draft.claims.flatMap((claim, i) =>
    tasksOfClaim({ ...claim, required: true }, i + 1, { requiredKinds: [], common: [], isSecret }),
  );
}
