import type { PaperFrame } from "@/lib/history/draw-page";
import type { PaperRow } from "@/lib/history/paper";
import type { Locale } from "@/lib/i18n/locales";
import type { Translator } from "@/lib/i18n/translator";
import { canonicalBytes } from "@/lib/ledger/canonical";
import { statementOf } from "./statement";
import {
  linesOf,
  measures,
  sumOf,
  type Line,
  type Sum,
  type TransferRow,
  type TransferStepRow,
} from "./view";

/** The act of transfer, all in words of its language; drawn by draw-act.ts. */
export type ActPaper = PaperFrame & {
  rows: readonly PaperRow[];
  items: {
    title: string;
    heads: readonly [group: string, ...parts: string[]][];
    rows: readonly ActRow[];
    sum: ActRow;
  };
  remarks: { title: string; texts: readonly string[] };
  sides: { title: string; signature: string; parts: readonly { title: string; lines: readonly string[] }[] };
  statement: { title: string; text: string; rows: readonly PaperRow[] };
};
/** The first cell is text, and so is its second line; all others are figures. */
export type ActRow = { name: string; under: string | null; figures: readonly string[] };

export type ActWords = {
  locale: Locale;
  product: string;
  /** Of the namespaces `transfers` and `law`. */
  say: Translator;
  law: Translator;
  number(value: number): string;
  moment(value: Date): string;
  day(value: Date): string;
};

/** The act of a transfer: final once it is accepted, and a draft that says so until then. */
export function actOf(transfer: TransferRow, words: ActWords): ActPaper {
  const { say, locale } = words;
  const said = transfer.versions.find(({ version }) => version === transfer.version)!;
  const last = transfer.steps.at(-1)!;
  const lines = linesOf(said, transfer.steps);
  const number = String(transfer.number);
  return {
    ...{
      locale,
      at: new Date(last.at),
      product: words.product,
      title: say("paper.title"),
      name: say("paper.name", { number }),
    },
    notes: notesOf(transfer, words),
    rows: factsOf(transfer, words),
    items: itemsOf(lines, words),
    remarks: {
      title: say("paper.remarks"),
      texts: lines.flatMap(({ item, counted }) =>
        counted?.note
          ? [say("paper.remark", { reference: say("reference", pick(item)), note: counted.note })]
          : [],
      ),
    },
    sides: sidesOf(transfer, words),
    statement: {
      title: say("paper.statement"),
      text: say("paper.statementText", { act: say(`act.${last.act}`) }),
      rows: [{ term: say("paper.hash"), value: last.hash, hash: true }],
    },
    foot: say("paper.name", { number }),
    page: (page, pages) => say("paper.page", { page, pages }),
    attached: { name: "statement.json", text: statementText(transfer, last), about: say("paper.attached") },
  };
}

const pick = ({ fonds, inventories }: { fonds: string; inventories: string }) => ({ fonds, inventories });

/** Exactly the bytes whose SHA-256 stands in the step. */
function statementText(transfer: TransferRow, step: TransferStepRow): string {
  const said = transfer.versions.find(({ version }) => version === step.version)!;
  const sides = { ...transfer, fromId: transfer.from.id, toId: transfer.to.id };
  const statement = statementOf({ transfer: sides, said, step: { ...step, by: step.by.id } });
  return canonicalBytes(statement).toString("utf8");
}

function notesOf({ state }: TransferRow, { say }: ActWords): string[] {
  if (state === "accepted") return [];
  return [
    state === "withdrawn" ? say("paper.withdrawn") : say("paper.draft", { state: say(`state.${state}`) }),
  ];
}

function factsOf({ from, to, versions, version, ownNumber }: TransferRow, words: ActWords): PaperRow[] {
  const { say, locale, day } = words;
  const said = versions.find((one) => one.version === version)!;
  const row = (key: string, value: string | null): PaperRow[] =>
    value === null ? [] : [{ term: say(`paper.${key}`), value }];
  return [
    ...row("what", said.title),
    ...row("from", from.names[locale]),
    ...row("to", to.names[locale]),
    ...row("basis", said.basis),
    ...row("due", day(new Date(said.due))),
    ...row("own", ownNumber),
    ...row("version", version > 1 ? String(version) : null),
  ];
}

function itemsOf(lines: readonly Line[], words: ActWords): ActPaper["items"] {
  const { say, number } = words;
  const count = (value: number | null): string => (value === null ? "–" : number(value));
  const sum = ({ value, atLeast }: Sum): string =>
    atLeast ? say("paper.atLeast", { value: count(value) }) : count(value);
  const by = (value: number | null): string =>
    value === null ? "–" : value > 0 ? `+${number(value)}` : value < 0 ? `−${number(-value)}` : number(0);
  const isCounted = lines.every(({ counted }) => counted !== null);
  const sums = measures.flatMap((measure) => [
    sum(sumOf(lines.map(({ item }) => item[measure]))),
    isCounted ? sum(sumOf(lines.map(({ counted }) => counted![measure]))) : "–",
    ...(measure === "files" ? [by(sumOf(lines.map((line) => line.differs.files)).value)] : []),
  ]);
  return {
    title: say("paper.items"),
    heads: measures.map((measure) => [
      ...[say(`paper.${measure}`), say("paper.planned"), say("paper.counted")],
      ...(measure === "files" ? [say("paper.difference")] : []),
    ]) as [string, ...string[]][],
    rows: lines.map(({ item, counted, differs }) => ({
      ...{ name: say("reference", pick(item)), under: item.title },
      figures: measures.flatMap((measure) => [
        ...[count(item[measure]), count(counted?.[measure] ?? null)],
        ...(measure === "files" ? [by(differs.files)] : []),
      ]),
    })),
    sum: { name: say("paper.sum"), under: null, figures: sums },
  };
}

/** Who handed over and who took over: by name, in their office, with the time of each step of this version. */
function sidesOf(transfer: TransferRow, words: ActWords): ActPaper["sides"] {
  const { say, locale } = words;
  const steps = transfer.steps.filter(({ version }) => version === transfer.version);
  const side = (key: "handed" | "taken", archive: TransferRow["from"]) => {
    const own = steps.filter(({ bodyId }) => bodyId === archive.id);
    const people = [...new Map(own.map(({ by }) => [by.id, by])).values()];
    return {
      title: say(`paper.${key}`),
      lines: [archive.names[locale], ...people.flatMap((by) => partOf(by, own, words))],
    };
  };
  return {
    ...{ title: say("paper.sides"), signature: say("paper.signature") },
    parts: [side("handed", transfer.from), side("taken", transfer.to)],
  };
}

/** Somebody in their office, and below it each step that they took. */
function partOf(
  { id, name }: TransferStepRow["by"],
  steps: readonly TransferStepRow[],
  { say, law, moment }: ActWords,
): string[] {
  const taken = steps.filter(({ by }) => by.id === id);
  return [
    say("paper.as", { name, role: law("role.archivist") }),
    ...taken.map(({ act, at }) => {
      const when = say("paper.zone", { when: moment(new Date(at)) });
      return say("paper.when", { act: say(`act.${act}`), when });
    }),
  ];
}
