import { describe, expect, it } from "vitest";
import { readTerms } from "@/lib/cases/search-terms";
import { changedClaims, changesBetween } from "@/lib/cases/view-changes";
import { differences, sampleOf, sorted, type RegisterRow } from "@/lib/cases/view-register";
import { nextAfter, placesOf } from "@/lib/cases/view-slots";
import { withParams } from "@/components/cases/address";

const row = (name: string, more: Partial<RegisterRow> = {}): RegisterRow => ({
  proceeding: name,
  kind: "rehabilitation",
  version: 1,
  dossierHash: null,
  caseId: name,
  name,
  born: null,
  reference: null,
  since: "2026-11-01T00:00:00Z",
  late: false,
  opened: null,
  reader: null,
  variants: [],
  interrogationOnly: 0,
  kept: null,
  asked: 0,
  returned: 0,
  namesakes: 0,
  ...more,
});

describe("the order of a register", () => {
  it("puts first what stands out, and the rest by name as the language sorts it", () => {
    const rows = [row("Яковлев"), row("Әбілов"), row("Бай", { asked: 1 }), row("Абаев")];
    expect(sorted(rows, "differs", "kk").map((r) => r.name)).toEqual(["Бай", "Абаев", "Әбілов", "Яковлев"]);
    expect(sorted(rows, "name", "kk").map((r) => r.name)).toEqual(["Абаев", "Әбілов", "Бай", "Яковлев"]);
  });

  it("sorts files by number, not by letter", () => {
    const rows = [row("a", { reference: "Д. 10" }), row("b", { reference: "Д. 9" })];
    expect(sorted(rows, "reference", "ru").map((r) => r.name)).toEqual(["b", "a"]);
  });

  it("counts lateness as nothing that makes a case different", () => {
    expect(differences(row("a", { late: true }))).toBe(0);
    expect(differences(row("a", { variants: ["A", "B"], namesakes: 1 }))).toBe(3);
  });

  it("draws the same sample however the list is ordered", () => {
    const ids = Array.from({ length: 200 }, (_, n) => `${n}-${(n * 7919) % 1000}`);
    const drawn = sampleOf(ids);
    expect(drawn.size).toBe(10);
    expect([...sampleOf([...ids].reverse())].sort()).toEqual([...drawn].sort());
    expect(sampleOf(ids.slice(0, 3)).size).toBe(3);
  });
});

describe("what changed between two dossiers", () => {
  const before = {
    rules: 1,
    person: { name: "A" },
    case: { organ: null, charges: [{ article: "58-10" }], measures: [] },
    finding: { hash: "x", version: 1, outcome: "full", earlierAct: null },
    images: [],
  };

  it("is nothing where they are the same", () => {
    expect(changesBetween(before, structuredClone(before))).toEqual([]);
  });

  it("is counted by what a signer thinks in", () => {
    const now = {
      ...before,
      case: { ...before.case, charges: [{ article: "58-10" }, { article: "58-11" }] },
      finding: { ...before.finding, hash: "y", version: 2 },
    };
    expect(changesBetween(before, now)).toEqual([
      { kind: "charges", count: 1 },
      { kind: "finding", count: 1 },
    ]);
  });

  it("tells an owner's answer from the proposal it answers", () => {
    const span = { from: 0, to: 3, secrecy: "lift", answer: null, answerBasis: null, answerReview: null };
    const file = {
      rules: 1,
      file: { id: "f", owners: ["o"], grade: "secret" },
      spans: [span],
      certificates: [],
    };
    expect(changesBetween(file, { ...file, spans: [{ ...span, answer: "keep" }] })).toEqual([
      { kind: "replies", count: 1 },
    ]);
    expect(changesBetween(file, { ...file, spans: [{ ...span, to: 5 }] })).toEqual([
      { kind: "spans", count: 1 },
    ]);
  });

  it("counts claims whose words or sheets are other ones", () => {
    const claim = { id: "1", kind: "identity", text: "a", required: true, common: false, citations: [] };
    expect(changedClaims([claim], [{ ...claim, id: "2" }])).toBe(0);
    expect(changedClaims([claim], [{ ...claim, text: "b" }])).toBe(1);
  });
});

describe("places of a decision", () => {
  it("mark the first empty one as mine and name whose turn follows", () => {
    const places = placesOf(
      {
        kind: "rehabilitation",
        step: "signing",
        filled: ["reader", "member:1"],
        owners: 0,
        members: 2,
        regional: false,
      },
      "member",
    );
    expect(places.map((p) => [p.slot, p.filled, p.mine])).toEqual([
      ["author", true, false],
      ["reader", true, false],
      ["member", true, false],
      ["member", false, true],
      ["chair", false, false],
    ]);
    expect(nextAfter(places)).toBe("chair");
  });
});

describe("what is typed into a search", () => {
  it("may be a name, a reference, or either", () => {
    expect(readTerms("Қоңыратов Есім")).toEqual({ name: "Қоңыратов Есім", reference: null });
    expect(readTerms("Ф. 10. Оп. 2")).toEqual({ name: null, reference: "10|2" });
    expect(readTerms("П-46597").reference).toBe("п 46597");
  });

  it("stays in the address, without empty parts", () => {
    expect(withParams("/cases", { q: "a b", stage: undefined }, { year: 1937 })).toBe(
      "/cases?q=a+b&year=1937",
    );
    expect(withParams("/cases", { q: "a" }, { q: undefined })).toBe("/cases");
  });
});
