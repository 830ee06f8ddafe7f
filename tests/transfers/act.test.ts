import { createHash } from "node:crypto";
import * as mupdf from "mupdf";
import { expect, test } from "vitest";
import { locales } from "@/lib/i18n/locales";
import { actOf } from "@/lib/transfers/act";
import { drawAct } from "@/lib/transfers/draw-act";
import { actWords } from "@/lib/transfers/read-act";
import { statementOf } from "@/lib/transfers/statement";
import type { TransferRow } from "@/lib/transfers/view";
import { hashOf } from "@/lib/ledger/canonical";

const archive = (id: string, kk: string) => ({ id, code: id, names: { kk, ru: `${kk} ru`, en: `${kk} en` } });
const item = (nth: number, files: number, sheets: number | null) => ({
  ...{
    nth,
    fonds: `Р-${nth}`,
    inventories: "1–3",
    title: nth === 1 ? "Ғылыми-өлкетану қоры ә ғ қ ң ө ұ ү һ і" : null,
  },
  ...{ files, sheets, materials: null },
});

/** A transfer that has come as far as this, with as many fonds as wanted. */
function transferOf(acts: TransferRow["steps"][number]["act"][], fonds = 2): TransferRow {
  const items = Array.from({ length: fonds }, (_, at) => item(at + 1, 1200, at === 0 ? 34000 : null));
  const versions = [
    { version: 1, title: "1937 жылғы тергеу істері", basis: "№ 12 бұйрық", due: "2026-12-01", items },
  ];
  const steps = acts.map((act, at) => {
    const counting = act === "receive" || act === "check";
    return {
      ...{
        nth: at + 1,
        act,
        version: 1,
        bodyId: act === "announce" ? "a" : "b",
        at: `2026-11-0${at + 1}T09:30:00.000Z`,
      },
      by: act === "announce" ? { id: "x", name: "Әміржан Ғабитов" } : { id: "y", name: "Ұлпан Өтегенқызы" },
      ...{ reason: null, hash: "" },
      counts: counting
        ? items.map(({ nth, sheets }) => ({
            nth,
            files: nth === 1 ? 1198 : 1200,
            sheets,
            materials: null,
            note: nth === 1 ? "Екі іс жоқ" : null,
          }))
        : [],
    };
  });
  const sides = { fromId: "a", toId: "b" };
  const transfer: TransferRow = {
    ...{ id: "t", number: 1412, ownNumber: "17/2026", state: "announced", version: 1 },
    ...{ from: archive("a", "Облыстық мұрағат"), to: archive("b", "Ғылыми орталық"), versions, steps },
  };
  const states = {
    announce: "announced",
    receive: "received",
    check: "checked",
    accept: "accepted",
    return: "returned",
    withdraw: "withdrawn",
  } as const;
  transfer.state = states[acts.at(-1)!];
  for (const step of steps)
    step.hash = hashOf(
      statementOf({
        transfer: { ...transfer, ...sides },
        said: versions[0]!,
        step: { ...step, by: step.by.id },
      }),
    );
  return transfer;
}

const textOf = (pdf: Buffer): string[] => {
  const document = mupdf.Document.openDocument(pdf, "application/pdf");
  return Array.from({ length: document.countPages() }, (_, n) =>
    document.loadPage(n).toStructuredText("").asText(),
  );
};
const drawn = async (transfer: TransferRow, locale: (typeof locales)[number]) =>
  drawAct(actOf(transfer, await actWords(locale)));

test.each(locales)(
  "the act says in %s who handed over what to whom, and what was counted",
  async (locale) => {
    const transfer = transferOf(["announce", "receive", "check", "accept"]);
    const { names } = transfer.from;
    const [text, ...rest] = textOf(await drawn(transfer, locale));
    expect(rest).toEqual([]);
    const words = await actWords(locale);
    for (const part of [
      ...[
        names[locale],
        transfer.to.names[locale],
        "№ 12 бұйрық",
        "17/2026",
        "1412",
        "Әміржан Ғабитов",
        "Ұлпан Өтегенқызы",
      ],
      ...[
        "Ғылыми-өлкетану қоры ә ғ қ ң ө ұ ү һ і",
        "Екі іс жоқ",
        words.number(1198),
        words.number(2400),
        words.number(2398),
        "−2",
      ],
      ...[words.law("role.archivist"), words.day(new Date("2026-12-01")), transfer.steps[3]!.hash],
    ])
      expect(text!.replace(/\s+/g, " "), part).toContain(part.replace(/\s+/g, " "));
    expect(text).not.toContain(words.say("paper.draft", { state: "" }).slice(0, 6));
  },
);

test("before it is accepted it is a draft that says where it stands; a withdrawn one is none", async () => {
  const words = await actWords("en");
  const notes = (acts: Parameters<typeof transferOf>[0]) => actOf(transferOf(acts), words).notes;
  expect(notes(["announce"])).toEqual([
    "Draft: the transfer has not been accepted. This is where it stands now: announced.",
  ]);
  expect(notes(["announce", "receive", "check"])[0]).toContain("checked");
  expect(notes(["announce", "withdraw"])).toEqual(["The transfer was withdrawn: this is no act."]);
  expect(notes(["announce", "receive", "check", "accept"])).toEqual([]);
  const [text] = textOf(await drawn(transferOf(["announce"]), "en"));
  expect(text).toContain("Draft");
});

test("the statement inside has the hash that stands on the paper, and the same act has the same bytes", async () => {
  const transfer = transferOf(["announce", "receive", "check", "accept"]);
  const paper = actOf(transfer, await actWords("kk"));
  expect(createHash("sha256").update(paper.attached.text).digest("hex")).toBe(transfer.steps[3]!.hash);
  const [one, other] = [await drawAct(paper), await drawAct(paper)];
  expect(one.equals(other)).toBe(true);
  expect(one.includes("/EmbeddedFile")).toBe(true);
});

test("sums of what some did not say are at least so much, of what nobody said a dash", async () => {
  const { items } = actOf(transferOf(["announce", "receive"]), await actWords("en"));
  expect(items.sum.figures).toEqual(["2,400", "2,398", "−2", "≥ 34,000", "≥ 34,000", "–", "–"]);
  expect(actOf(transferOf(["announce"]), await actWords("en")).items.rows[0]!.figures).toEqual([
    ...["1,200", "–", "–", "34,000", "–", "–", "–"],
  ]);
});

test("many fonds go on over pages, each with its foot and the heads again", async () => {
  const pages = textOf(await drawn(transferOf(["announce", "receive", "check", "accept"], 90), "ru"));
  expect(pages.length).toBeGreaterThan(2);
  for (const [nth, page] of pages.entries()) expect(page).toContain(`${nth + 1} / ${pages.length}`);
  expect(pages[1]).toContain("объявлено");
  expect(pages.join("\n")).toContain("Р-90");
});
