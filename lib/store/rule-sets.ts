import type { Rules } from "@/lib/law/rule-set";
import type { PersonRow } from "./account-lists";
import { rows, type Reader, type Tx } from "./transaction";

/** A version of the rules as it stands in the table: a proposal until it is confirmed or withdrawn. */
export type RuleSetRow = {
  version: number;
  body: Rules;
  label: string;
  act: string | null;
  reason: string | null;
  /** From when it is in force, or is to be. */
  from: string;
  proposedBy: PersonRow | null;
  proposedAt: string | null;
  confirmedBy: PersonRow | null;
  confirmedAt: string | null;
  withdrawnBy: PersonRow | null;
  withdrawnAt: string | null;
  withdrawnReason: string | null;
};

const person = (alias: string): string =>
  `case when ${alias}.id is not null then json_build_object('id', ${alias}.id, 'name', ${alias}.name) end`;

/** Every version that there ever was, the newest first. */
export function listRuleSets(db: Reader): Promise<RuleSetRow[]> {
  return rows<RuleSetRow>(
    db,
    `select json_build_object('version', r.version, 'body', r.body, 'label', r.label, 'act', r.act, 'reason', r.reason,
       'from', r.in_force_from, 'proposedBy', ${person("pb")}, 'proposedAt', r.proposed_at,
       'confirmedBy', ${person("cb")}, 'confirmedAt', case when r.version > 1 then r.confirmed_at end,
       'withdrawnBy', ${person("wb")}, 'withdrawnAt', r.withdrawn_at, 'withdrawnReason', r.withdrawn_reason) as row
     from rule_sets r left join accounts pb on pb.id = r.proposed_by left join accounts cb on cb.id = r.confirmed_by
       left join accounts wb on wb.id = r.withdrawn_by
     order by r.version desc`,
  );
}

/** Held until the transaction ends: whoever works on rules comes one after the other. */
export async function lockRuleSets(tx: Tx): Promise<void> {
  await rows(tx, "select to_json(version) as row from rule_sets where version = 1 for update");
}

export type NewRuleSet = {
  version: number;
  body: Rules;
  label: string;
  act: string;
  reason: string;
  from: Date;
  proposedBy: string;
  at: Date;
};

export async function insertRuleSet(tx: Tx, wanted: NewRuleSet): Promise<void> {
  const { version, body, label, act, reason, from, proposedBy, at } = wanted;
  await tx.$executeRawUnsafe(
    `insert into rule_sets (version, body, label, act, reason, in_force_from, proposed_by, proposed_at)
     values ($1, $2::jsonb, $3, $4, $5, $6::timestamptz, $7::uuid, $8::timestamptz)`,
    version,
    JSON.stringify(body),
    label,
    act,
    reason,
    from,
    proposedBy,
    at,
  );
}

export async function confirmRuleSet(
  tx: Tx,
  { version, from, by, at }: { version: number; from: Date; by: string; at: Date },
): Promise<void> {
  const written = await tx.$executeRawUnsafe(
    `update rule_sets set in_force_from = $2::timestamptz, confirmed_by = $3::uuid, confirmed_at = $4::timestamptz
     where version = $1 and confirmed_at is null and withdrawn_at is null`,
    version,
    from,
    by,
    at,
  );
  if (written !== 1) throw new Error("a proposal that is held was changed by another");
}

export async function withdrawRuleSet(
  tx: Tx,
  { version, reason, by, at }: { version: number; reason: string; by: string; at: Date },
): Promise<void> {
  const written = await tx.$executeRawUnsafe(
    `update rule_sets set withdrawn_reason = $2, withdrawn_by = $3::uuid, withdrawn_at = $4::timestamptz
     where version = $1 and confirmed_at is null and withdrawn_at is null`,
    version,
    reason,
    by,
    at,
  );
  if (written !== 1) throw new Error("a proposal that is held was changed by another");
}
