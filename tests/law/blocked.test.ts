import { describe, expect, it } from "vitest";
import { blocked } from "@/lib/law/blocked";
import type { Standing } from "@/lib/law/matter";
import { but, office, ofCase, ofFile, person, signed, type Change } from "./support/matter";

const people = {
  author: person("author", office("expert")),
  reader: person("reader", office("expert")),
  first: person("first", office("member")),
  second: person("second", office("member")),
  chair: person("chair", office("chair")),
  deputy: person("deputy", office("deputy")),
  secretary: person("secretary", office("secretary")),
  other: person("other", office("secretary")),
  agency: person("agency", office("representative")),
};
const everybody: readonly Standing[] = Object.values(people);
const without = (...ids: string[]) => everybody.filter((one) => !ids.includes(one.id));
const recused = (...ids: string[]) =>
  everybody.map((one) => (ids.includes(one.id) ? { ...one, conflict: "conflict" as const } : one));

const kase = (step: "study" | "second_reading" | "regional" | "signing" | "legal_act", change: Change = {}) =>
  but(ofCase({ act: "sign", actor: people.first, proceeding: { step } }), change);
const file = (step: "attested" | "owners" | "signing", change: Change = {}) =>
  but(ofFile({ act: "sign", actor: people.first, proceeding: { step } }), change);

describe("a step that can go on", () => {
  it.each(["study", "second_reading", "signing", "legal_act"] as const)("%s of a case", (step) => {
    expect(blocked(kase(step), everybody)).toEqual([]);
  });

  it.each(["owners", "signing"] as const)("%s of a file", (step) => {
    expect(blocked(file(step), everybody)).toEqual([]);
  });

  it("a person who has not answered about a conflict counts as able; a decided proceeding is never blocked", () => {
    const unanswered = everybody.map((one) => ({ ...one, conflict: "unanswered" as const }));
    expect(blocked(kase("signing"), unanswered)).toEqual([]);
    expect(blocked(kase("signing", { proceeding: { step: "granted" } }), [])).toEqual([]);
  });
});

describe("what blocks a step", () => {
  it("nobody is assigned to write or to read", () => {
    expect(blocked(kase("study", { proceeding: { author: null } }), everybody)).toEqual([
      { slot: "author", agencyId: null, article: "R2", causes: ["unassigned"], curedBy: "head" },
    ]);
    expect(blocked(kase("second_reading", { proceeding: { reader: null } }), everybody)).toMatchObject([
      { slot: "reader", causes: ["unassigned"], curedBy: "head" },
    ]);
  });

  it("the one assigned is recused, wrote a version, or is an expert no longer", () => {
    expect(blocked(kase("second_reading"), recused("reader"))).toMatchObject([
      { slot: "reader", causes: ["recused"] },
    ]);
    const wrote = kase("second_reading", { proceeding: { authors: ["reader"] } });
    expect(blocked(wrote, everybody)).toMatchObject([{ slot: "reader", causes: ["author"] }]);
    expect(blocked(kase("second_reading"), without("reader"))).toMatchObject([
      { slot: "reader", causes: ["nobody"] },
    ]);
  });

  it("nobody holds the office", () => {
    expect(blocked(kase("regional", { case: { regionalBodyId: "region" } }), everybody)).toEqual([
      { slot: "regional", agencyId: null, article: "R6", causes: ["nobody"], curedBy: "administrator" },
    ]);
    const two = file("owners", { file: { owners: ["agency-a", "agency-b"] } });
    expect(blocked(two, everybody)).toMatchObject([
      { slot: "owner", agencyId: "agency-b", causes: ["nobody"] },
    ]);
    const replied = but(two, { proceeding: { signatures: [signed("owner:agency-b")] } });
    expect(blocked(replied, everybody)).toEqual([]);
  });

  it("all members are recused, or one too few is left", () => {
    const both = blocked(kase("signing"), recused("first", "second"));
    expect(both.map((one) => [one.slot, one.causes])).toEqual([
      ["member", ["recused"]],
      ["member", ["recused"]],
    ]);
    expect(blocked(kase("signing"), recused("first"))).toMatchObject([{ slot: "member" }]);
    const signedByOne = kase("signing", { proceeding: { signatures: [signed("member:1")] } });
    expect(blocked(signedByOne, recused("first"))).toEqual([]);
  });

  it("whoever could sign is needed in another place", () => {
    const doubled = { ...people.chair, offices: [office("chair"), office("member")] };
    const roster = [...without("second", "chair", "deputy"), doubled];
    expect(blocked(kase("signing"), roster)).toMatchObject([{ slot: "chair", causes: ["other_slot"] }]);
    expect(blocked(kase("signing"), without("second"))).toMatchObject([
      { slot: "member", causes: ["nobody"] },
    ]);
    const third = person("third", office("member"));
    expect(blocked(kase("signing"), [...roster, third])).toEqual([]);
  });

  it("whoever could sign has signed in another place", () => {
    const asReader = signed("reader", { accountId: "first" });
    const members = kase("signing", { proceeding: { signatures: [asReader] } });
    expect(blocked(members, everybody)).toMatchObject([{ slot: "member", causes: ["other_slot"] }]);
  });

  it("the chair is recused and no deputy stands in, until one does", () => {
    expect(blocked(kase("signing"), recused("chair"))).toMatchObject([
      { slot: "chair", causes: ["recused"] },
    ]);
    const standsIn = recused("chair").map((one) =>
      one.id === "deputy" ? { ...one, deputyFor: "recused" as const } : one,
    );
    expect(blocked(kase("signing"), standsIn)).toEqual([]);
  });

  it("those who refused are barred from the fresh bench", () => {
    const fresh = kase("signing", { proceeding: { round: 2, refusedBy: ["first"] } });
    expect(blocked(fresh, everybody)).toMatchObject([{ slot: "member", causes: ["refused_before"] }]);
  });

  it("one person alone could confirm, and entered or attested it themself", () => {
    const act = { favourable: true, complete: true, enteredBy: "secretary" };
    const entered = kase("legal_act", { proceeding: { legalAct: act } });
    expect(blocked(entered, everybody)).toEqual([]);
    expect(blocked(entered, without("other"))).toMatchObject([{ slot: "act", causes: ["author"] }]);
    const archivist = person("archivist", office("archivist"));
    const attested = file("attested", { file: { attestedBy: "archivist" }, proceeding: { authors: [] } });
    expect(blocked(attested, [archivist])).toMatchObject([{ slot: "confirm", causes: ["author"] }]);
    expect(blocked(attested, [archivist, people.reader])).toEqual([]);
  });
});
