import { hashOf } from "@/lib/ledger/canonical";
import type { Wanted } from "@/lib/store/matters";
import type { Order } from "./request";

/** What makes two orders with one key the same order. */
export function bodyOf({ requests, said: whole }: Order): string {
  const { text, method, register } = whole ?? {};
  // A second touch of the passkey is another assertion over the same order.
  const said = whole ? { text, method, register } : null;
  return hashOf(JSON.parse(JSON.stringify({ requests, said })));
}

/** What is locked and loaded for it. */
export function wantedBy(order: Order): Wanted {
  const opening = order.requests.flatMap((r) => (r.proceeding ? [] : (r.subject ?? [])));
  const of = (kind: Wanted["kind"]): string[] => opening.filter((s) => s.kind === kind).map((s) => s.id);
  return {
    proceedings: order.requests.flatMap((r) => r.proceeding ?? []),
    kind: opening[0]?.kind ?? "rehabilitation",
    files: of("declassification"),
    cases: of("rehabilitation"),
  };
}

/** Whom it assigns to what. */
export const assignedBy = (order: Order): { accountId: string; proceeding: string }[] =>
  order.requests.flatMap(({ assignee: accountId, proceeding }) =>
    accountId && proceeding ? [{ accountId, proceeding }] : [],
  );
