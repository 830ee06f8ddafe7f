import type { Actor } from "@/lib/law/actor";
import { findBodyId, insertBody, type NewBody } from "@/lib/store/bodies";
import { append } from "@/lib/store/events";
import { newId } from "@/lib/store/id";
import { inTransaction } from "@/lib/store/transaction";
import { snapshotOf, type Desk } from "./act";

/** Adds a body in which roles can be held, at the command line alone; false when its code is in use. */
export function addBody(desk: Desk, operator: Actor, body: Omit<NewBody, "id">): Promise<boolean> {
  return inTransaction(desk.prisma, async (tx) => {
    if (await findBodyId(tx, body.code)) return false;
    const id = newId();
    await insertBody(tx, { ...body, id });
    const facts = { body: id, kind: body.kind, code: body.code, names: body.names, region: body.region };
    const payload = { kind: "account", what: "body_added", account: operator.accountId, facts } as const;
    const actor = snapshotOf(operator, null);
    await append(tx, [{ at: desk.clock(), sample: desk.sample === true, actor, payload }]);
    return true;
  });
}
