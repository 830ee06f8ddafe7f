import { filterOf, readHistorySearch, withheld } from "@/lib/cases/read-history";
import type { Json } from "@/lib/ledger/entry";
import type { Actor } from "@/lib/law/actor";
import type { Desk } from "@/lib/proceedings/perform";
import { appPool, type Queryable } from "@/lib/store/client";
import { readHistoryWhole, type HistoryRow } from "@/lib/store/history";
import type { HistoryFilter } from "@/lib/store/history-filter";
import { inOneMoment } from "@/lib/store/ledger";
import { loadReach } from "@/lib/store/reach";
import { historySheet, printSheet, readsSheet, reportSheet, type Sheet } from "./csv";
import { enterExport, mayExport } from "./exporter";
import { askReport } from "./read-report";
import { reportSearch, type CsvTable } from "./schema";

type Asked = { table: CsvTable; params: { readonly [name: string]: string } };

/**
 * A table of the history to take away: an act of its own (H1), which stands in the history with what was asked for.
 * Null when the law does not let this person.
 */
export async function exportCsv(
  desk: Desk,
  actor: Actor,
  { table, params }: Asked,
): Promise<ReadableStream<Uint8Array> | null> {
  if (!mayExport(actor)) return null;
  const [filter, open] = openerOf(actor, table, params);
  const entered = await enterExport(desk, actor, { kind: "csv", table, filter });
  return entered && streamOf(open);
}

type Opener = (client: Queryable) => Promise<Sheet>;

/** What the table is filtered by, as the history keeps it, and how it is read. */
function openerOf(
  actor: Actor,
  table: CsvTable,
  params: Asked["params"],
): [filter: { [name: string]: Json }, open: Opener] {
  if (table === "history" || table === "sheets") {
    const { after: _after, order: _order, q: _q, ...wanted } = readHistorySearch(params);
    if (table === "sheets") wanted.act = "read_closed_sheet";
    const make = table === "sheets" ? readsSheet : historySheet;
    return [
      given(wanted),
      async (client) => make(await partsOf(client, actor, filterOf(wanted)), actor.locale),
    ];
  }
  const { sort: _sort, down: _down, ...wanted } = reportSearch.parse({ ...params, report: table });
  return [
    given(wanted),
    async (client) => reportSheet(await askReport(client, actor, wanted, null), actor.locale),
  ];
}

const given = (wanted: { [name: string]: string | number | undefined }): { [name: string]: Json } =>
  Object.fromEntries(
    Object.entries(wanted).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );

async function partsOf(
  client: Queryable,
  actor: Actor,
  filter: HistoryFilter,
): Promise<AsyncIterable<readonly HistoryRow[]>> {
  const reach = await loadReach(client, actor);
  return (async function* () {
    for await (const rows of readHistoryWhole(client, reach, filter)) yield rows.map(withheld);
  })();
}

/** As one moment saw it. Whoever goes away in the middle gets no whole file. */
function streamOf(open: Opener): ReadableStream<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const send = async (): Promise<void> => {
    const client = await appPool().connect();
    try {
      await inOneMoment(
        client,
        async () => {
          for await (const text of printSheet(await open(client))) {
            await writer.ready;
            await writer.write(Buffer.from(text, "utf8"));
          }
        },
        "read only",
      );
      await writer.close();
    } finally {
      client.release();
    }
  };
  send().catch((fault: unknown) => writer.abort(fault).catch(() => undefined));
  return readable;
}
