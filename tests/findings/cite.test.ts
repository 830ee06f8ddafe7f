import { describe, expect, test } from "vitest";
import { printCitation, resolveCitation, type CitableFile } from "@/lib/findings/view-cite";
import { compareTexts, differences } from "@/lib/findings/view-diff";
import {
  deriveOutcome,
  emptyFields,
  giveWay,
  isUnsupported,
  restsOnInterrogation,
  type ChargeAnswer,
  type ClaimDraft,
} from "@/lib/findings/view";

const file = (id: string, more: Partial<CitableFile> = {}): CitableFile => ({
  id,
  reference: `АП РК. Ф. 10. Оп. 2. Д. ${id}`,
  title: "Архивно-следственное дело",
  bond: "required",
  foliation: "1–40, 12а",
  closed: false,
  secret: [],
  materials: [],
  ...more,
});
const one = [file("345")];
const two = [file("345"), file("П-46597")];

describe("a citation as it is typed", () => {
  test.each([
    "Ф. 10. Оп. 2. Д. 345. Л. 12–14 об.",
    "АП РК ф10 оп2 д345 л 12-14об",
    "л. 12–14 об.",
    "12-14 об",
  ])("%s is read and printed right", (text) => {
    const cited = resolveCitation(text, one, null);
    // 12а lies between 12 and 13.
    expect(cited).toEqual({ ok: true, fileId: "345", extents: [{ from: 22, to: 29 }] });
    expect(printCitation(one[0]!, { from: 22, to: 29 }, "ru")).toBe(
      "АП РК. Ф. 10. Оп. 2. Д. 345. Л. 12–14 об.",
    );
  });

  test("several ranges are several citations", () => {
    const cited = resolveCitation("л. 3, 5 об.", one, null);
    expect(cited).toEqual({
      ok: true,
      fileId: "345",
      extents: [
        { from: 4, to: 4 },
        { from: 9, to: 9 },
      ],
    });
  });

  test("sheets alone belong to the chosen file; without a choice among several they are asked for", () => {
    expect(resolveCitation("л. 3", two, "П-46597")).toMatchObject({ ok: true, fileId: "П-46597" });
    expect(resolveCitation("л. 3", two, null)).toEqual({ ok: false, problem: { kind: "whichFile" } });
    expect(resolveCitation("Д. П-46597. Л. 3", two, "345")).toMatchObject({ ok: true, fileId: "П-46597" });
  });

  test.each([
    ["Ф. 11. Оп. 2. Д. 345. Л. 3", { kind: "otherFile", found: "Ф. 11. Оп. 2. Д. 345" }],
    ["Ф. 10. Оп. 2. Д. 345", { kind: "noSheets" }],
    ["л. 41", { kind: "text", problem: { kind: "notInFile", at: 3, found: "41" } }],
    ["л. 3, 41", { kind: "text", problem: { kind: "notInFile", at: 6, found: "41" } }],
    ["л. 3 и дальше", { kind: "text" }],
    ["", { kind: "text", problem: { kind: "empty" } }],
  ])("%s: the place is named", (text, problem) => {
    expect(resolveCitation(text, one, null)).toMatchObject({ ok: false, problem });
  });

  test("nothing closed and nothing kept secret is cited; beside it, yes", () => {
    expect(resolveCitation("л. 3", [file("345", { closed: true })], null)).toMatchObject({
      problem: { kind: "closed" },
    });
    const kept = [file("345", { secret: [{ from: 4, to: 5 }] })];
    expect(resolveCitation("л. 2–4", kept, null)).toMatchObject({ problem: { kind: "secret" } });
    expect(resolveCitation("л. 4", kept, null)).toMatchObject({ ok: true });
    expect(resolveCitation("л. 3", [file("345", { foliation: null })], null)).toMatchObject({
      problem: { kind: "notCounted" },
    });
  });
});

const charge = (outcome: ChargeAnswer["outcome"], reason = ""): ChargeAnswer => ({
  chargeId: "c",
  outcome,
  reason,
});
const claim = (more: Partial<ClaimDraft>): ClaimDraft => ({
  ...{ id: "1", kind: "ground", text: "text", required: true, citations: [] },
  ...more,
});
const citation = (reliability: string) => ({
  ...{ id: "x", fileId: "345", from: 0, to: 1, quote: "q", translation: "" },
  reliability,
});

describe("what follows from the answers", () => {
  test.each([
    [[charge("rehabilitate"), charge("rehabilitate")], "full"],
    [[charge("rehabilitate"), charge("refuse", "proved")], "part"],
    [[charge("refuse", "proved")], "refused"],
    [[charge("rehabilitate"), charge(null)], null],
    [[charge("refuse")], null],
    [[], null],
  ] as const)("charges %j: %s", (charges, outcome) => {
    expect(deriveOutcome({ fields: emptyFields, charges: [...charges] })).toBe(outcome);
  });

  test("a measure without a charge is answered as a whole; an earlier act that covers all is enough", () => {
    expect(deriveOutcome({ fields: { ...emptyFields, whole: "rehabilitate" }, charges: [] })).toBe("full");
    expect(deriveOutcome({ fields: { ...emptyFields, whole: "refuse" }, charges: [] })).toBe("refused");
    const earlier = { ...emptyFields, earlierFound: true, earlierCovers: true, earlierAct: "1957" };
    expect(deriveOutcome({ fields: earlier, charges: [charge(null)] })).toBe("already");
    expect(deriveOutcome({ fields: { ...earlier, earlierAct: "" }, charges: [charge(null)] })).toBe(null);
  });
});

describe("what is flagged", () => {
  test("statements under interrogation alone, and nothing at all", () => {
    expect(restsOnInterrogation(claim({ citations: [citation("interrogation")] }))).toBe(true);
    expect(restsOnInterrogation(claim({ citations: [citation("interrogation"), citation("")] }))).toBe(false);
    expect(restsOnInterrogation(claim({}))).toBe(false);
    expect(isUnsupported(claim({}))).toBe(true);
    expect(isUnsupported(claim({ citations: [citation("")] }))).toBe(false);
    expect(isUnsupported(claim({ text: " " }))).toBe(false);
  });

  test("a common part takes the place of what is not cited, and of nothing that one case says alone", () => {
    const own = [claim({ kind: "organ" }), claim({ kind: "measure", citations: [citation("")] })];
    const kept = giveWay([...own, claim({ kind: "identity" })], [{ kind: "organ" }, { kind: "measure" }]);
    expect(kept.map((c) => c.kind)).toEqual(["measure", "identity"]);
  });
});

describe("differences", () => {
  test("name the place and both texts, and nothing that agrees", () => {
    const draft = { fields: emptyFields, charges: [charge(null)], claims: [claim({})] };
    expect(differences(draft, draft)).toEqual([]);
    const other = { ...draft, fields: { ...emptyFields, summary: "b" }, claims: [claim({ text: "new" })] };
    expect(differences(draft, other)).toEqual([
      { place: "summary", nth: null, mine: "", theirs: "b" },
      { place: "claim", nth: 1, mine: "text", theirs: "new" },
    ]);
  });

  test("of two texts word by word give both texts back", () => {
    const [old, now] = ["Обвинение построено на показаниях двух лиц", "Обвинение построено на двух лицах"];
    const found = compareTexts(old, now);
    const without = (kind: "gone" | "new") =>
      found
        .filter((s) => s.kind !== kind)
        .map((s) => s.text)
        .join("")
        .trim();
    expect(without("new")).toBe(old);
    expect(without("gone")).toBe(now);
    expect(found[0]).toEqual({ kind: "same", text: "Обвинение построено на " });
  });
});
