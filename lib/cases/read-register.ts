import { z } from "zod";
import { dayOf, systemClock } from "@/lib/clock";
import { holds, type Actor } from "@/lib/law/actor";
import { law } from "@/lib/law/law";
import { openSteps, outcomes, proceedingKinds } from "@/lib/law/words";
import { appClient, appPool } from "@/lib/store/client";
import { loadRules } from "@/lib/store/matters";
import { loadQueue } from "@/lib/store/queue";
import type { QueueKind } from "@/lib/store/queue-parts";
import { loadReach } from "@/lib/store/reach";
import { listOpenable, listRegister, registerSorts } from "@/lib/store/register-list";
import { loadLastBasis } from "@/lib/store/sayings";
import { listActs, sampleOf, type ListAct, type RegisterPage, type RegisterSearch } from "./view-register";

const search = z.object({
  act: z.enum(listActs).default("sign").catch("sign"),
  kind: z.enum(proceedingKinds).default("rehabilitation").catch("rehabilitation"),
  step: z.enum(openSteps).default("signing").catch("signing"),
  outcome: z.enum(outcomes).optional().catch(undefined),
  sort: z.enum(registerSorts).default("differs").catch("differs"),
});

export const readRegisterSearch = (params: Record<string, string | string[] | undefined>): RegisterSearch =>
  search.parse(params);

const waitsAs: Record<Exclude<ListAct, "open">, QueueKind> = {
  sign: "sign",
  concur: "read",
  lift: "reply",
  conclude: "conclude",
  confirm: "confirm",
  confirm_act: "confirm_act",
  enter_act: "enter_act",
};

/** Undisputed items of one kind and step, with what differs in each and the sample to look at. */
export async function readRegister(actor: Actor, search: RegisterSearch): Promise<RegisterPage> {
  const db = appPool();
  const now = systemClock();
  const reach = await loadReach(db, actor);
  const { act, kind, step } = search;
  const rules = await loadRules(appClient(), now);
  const outcome =
    kind === "rehabilitation" && (act === "sign" || act === "conclude") ? (search.outcome ?? "full") : null;
  const agencyId = actor.offices.find((o) => o.role === "representative")?.bodyId ?? null;
  const filter = {
    what: waitsAs[act === "open" ? "sign" : act],
    kind,
    step,
    outcome,
    agencies: agencyId ? [agencyId] : [],
  };
  const mayOpen = holds(actor, "secretary") || holds(actor, "head");
  const [found, queue, basis] = await Promise.all([
    act === "open"
      ? mayOpen
        ? listOpenable(db, reach, rules.registerLimit)
        : []
      : listRegister(db, actor, reach, dayOf(now), filter, rules.registerLimit),
    loadQueue(db, actor, reach, dayOf(now)),
    loadLastBasis(db, actor.accountId, kind),
  ]);
  const presiding = holds(actor, "chair", "commission") || holds(actor, "deputy");
  return {
    search,
    outcome,
    article: articleOf(act, kind, presiding),
    rows: found,
    sample: sampleOf(found.map((row) => row.proceeding)),
    conflicts: queue.conflicts,
    rules,
    basis,
    needsBasis: act === "confirm" || act === "confirm_act" || (act === "sign" && presiding),
    agencyId,
  };
}

function articleOf(act: ListAct, kind: RegisterSearch["kind"], presiding: boolean): string {
  const of = kind === "declassification" ? "d" : "r";
  const rows = law.filter((row) => row.act === act && (row.in === of || row.in === "b"));
  return (
    (rows.find((row) => act !== "sign" || (row.slot === "chair") === presiding) ?? rows[0])?.article ?? ""
  );
}
