import type { Actor } from "@/lib/law/actor";
import { decide, type Granted, type Ruling } from "@/lib/law/decide";
import type { Matter, RuleSet } from "@/lib/law/matter";
import type { Refusal } from "@/lib/law/refusals";
import { statementHash, type Signed } from "@/lib/ledger/statement";
import type { Assignee } from "@/lib/store/assignees";
import { loadDuplicates, loadFinding, type LoadedMatter } from "@/lib/store/matters";
import type { Signer } from "@/lib/store/passkeys";
import type { Tx } from "@/lib/store/transaction";
import { termsOf, type ActRequest, type Order } from "./request";

export type Judged = { request: ActRequest; loaded: LoadedMatter; matter: Matter; ruling: Ruling };
export type JudgedGranted = Judged & { ruling: Granted };

export const isGranted = (j: Judged): j is JudgedGranted => j.ruling.granted;

/** What is the same for every request of a list. */
export type Bench = {
  actor: Actor;
  order: Order;
  rules: RuleSet;
  assignees: readonly Assignee[];
  /** Where the order signs: with what its signer may, and the statement. */
  signing: (Signer & { statement: Signed }) | null;
};

/** Judges one request of the list on what was loaded for it. */
export async function judge(
  tx: Pick<Tx, "$queryRawUnsafe" | "spans">,
  bench: Bench,
  request: ActRequest,
  loaded: LoadedMatter,
): Promise<Judged> {
  const { actor, order, rules, assignees, signing } = bench;
  const assignee = assignees.find(
    (one) => one.accountId === request.assignee && one.proceeding === request.proceeding,
  );
  const terms = termsOf(request, order.said, assignee);
  const matter: Matter = {
    act: request.act,
    actor: {
      id: actor.accountId,
      offices: actor.offices,
      conflict: loaded.conflict,
      deputyFor: loaded.deputyFor,
      cooling: signing?.cooling ?? false,
      keyed: signing?.keyed ?? false,
    },
    kind: loaded.kind,
    proceeding: loaded.proceeding,
    file: loaded.file,
    case: loaded.case && (await completeCase(tx, request, loaded, rules)),
    rules,
    terms: { ...terms, keptBased: terms.keptBased && (await keepsOwnSpans(tx, request, loaded)) },
  };
  const inTheWay = besides(bench, request, loaded);
  const ruling: Ruling = inTheWay ? { granted: false, refusal: inTheWay } : decide(matter);
  return { request, loaded, matter, ruling };
}

/** An agency answers for its own spans: a kept one of another agency, or of another file, is no answer. */
async function keepsOwnSpans(
  tx: Pick<Tx, "spans">,
  request: ActRequest,
  loaded: LoadedMatter,
): Promise<boolean> {
  const kept = (request.keeps ?? []).map((k) => k.spanId);
  if (!loaded.fileId || !request.agencyId || kept.length === 0) return false;
  const own = await tx.spans.count({
    where: { id: { in: kept }, file_id: loaded.fileId, owner_id: request.agencyId, NOT: { secrecy: "none" } },
  });
  return own === new Set(kept).size;
}

/** Opening looks for duplicates, submitting at the whole finding; other acts need neither. */
async function completeCase(
  tx: Pick<Tx, "$queryRawUnsafe">,
  request: ActRequest,
  loaded: LoadedMatter,
  rules: RuleSet,
): Promise<Matter["case"]> {
  const held = loaded.case!;
  if (request.act === "open")
    return { ...held, duplicatesOpen: (await loadDuplicates(tx, loaded.caseId!)).length };
  if (request.act !== "submit") return held;
  const draft = await loadFinding(tx, loaded.caseId!, rules);
  return { ...held, finding: draft && !draft.submitted ? draft : null };
}

/** What the table cannot see: the shape of the list, and a proceeding that is open already. */
function besides(
  { order, rules, signing }: Bench,
  request: ActRequest,
  loaded: LoadedMatter,
): Refusal | null {
  const refusal = (condition: Refusal["condition"]): Refusal => ({ article: "–", condition });
  if (signing && order.said && !isOver(order.said, signing.statement)) return refusal("statementShown");
  if (!request.proceeding && loaded.busy) return refusal("noneOpen");
  if (!order.said?.register) return null;
  if (order.requests.length > rules.registerLimit) return refusal("registerFull");
  const first = order.requests[0]!;
  return request.act !== first.act ? refusal("oneOfAKind") : null;
}

/** Whether what the passkey signed is this very statement; a password is asked for beside the page that shows it. */
function isOver(said: NonNullable<Order["said"]>, statement: Signed): boolean {
  if (said.method !== "passkey") return true;
  const client: unknown = JSON.parse(
    Buffer.from(said.assertion.clientDataJSON, "base64url").toString("utf8"),
  );
  const challenge = Buffer.from(statementHash(statement), "hex").toString("base64url");
  return (client as { challenge?: unknown } | null)?.challenge === challenge;
}
