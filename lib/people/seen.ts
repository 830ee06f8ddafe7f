import type { Queryable } from "@/lib/store/client";
import type { Tx } from "@/lib/store/transaction";

/** A transaction as what lists and predicates are read through. */
export function queryOf(tx: Pick<Tx, "$queryRawUnsafe">): Queryable {
  const query = async (text: string, values: unknown[] = []) => ({
    rows: await tx.$queryRawUnsafe<object[]>(text, ...values),
  });
  return { query } as unknown as Queryable;
}
