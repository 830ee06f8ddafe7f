import pg from "pg";

type Asked = { text: string; values: unknown[] };
type Node = { "Node Type": string; "Relation Name"?: string; Plans?: Node[] };

/** Tables that have a row for each file, case, person, document or entry. */
const large =
  /^(units|files|file_owners|spans|materials|mentions|persons|person_names|cases|case_files|charges|measures|proceedings|signatures|decisions|events|listed_cases|listed_people)$/;

/** What is asked of the database while something is read, each statement once. */
export async function asking(read: () => Promise<unknown>): Promise<Asked[]> {
  const query = pg.Client.prototype.query;
  const asked = new Map<string, Asked>();
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    const [what, values] = given as [string | { text?: string; values?: unknown[] }, unknown[] | undefined];
    const text = (typeof what === "string" ? what : (what.text ?? "")).replace(
      /^declare \w+ no scroll cursor for /,
      "",
    );
    const with_ =
      (typeof what === "string" ? undefined : what.values) ?? (Array.isArray(values) ? values : []);
    if (/^\s*(select|with)\b/i.test(text)) asked.set(text, { text, values: with_ });
    return (query as (...given: unknown[]) => unknown).apply(this, given);
  } as typeof query;
  try {
    await read();
  } finally {
    pg.Client.prototype.query = query;
  }
  return [...asked.values()];
}

/** Large tables that a statement reads from one end to the other, as it is planned on this connection. */
export async function scanned(client: pg.ClientBase, { text, values }: Asked): Promise<string[]> {
  const { rows } = await client.query<{ "QUERY PLAN": [{ Plan: Node }] }>(
    `explain (format json) ${text}`,
    values,
  );
  const found: string[] = [];
  const walk = (node: Node): void => {
    const table = node["Relation Name"] ?? "";
    if (node["Node Type"] === "Seq Scan" && large.test(table)) found.push(table);
    for (const below of node.Plans ?? []) walk(below);
  };
  walk(rows[0]!["QUERY PLAN"][0].Plan);
  return found;
}
