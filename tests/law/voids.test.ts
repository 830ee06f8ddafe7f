import { describe, expect, it } from "vitest";
import { fallBack } from "@/lib/law/voids";
import type { Part, Step } from "@/lib/law/words";
import { grantedBy } from "./support/given";
import { but, proceeding, signed } from "./support/matter";
import { matterFor } from "./support/valid";

const ofRound2 = signed("reader", { id: "round-2", question: "decide/2" });
const declassifying = [
  signed("reader"),
  signed("owner:agency-a"),
  signed("owner:agency-b"),
  signed("member:1"),
];
const rehabilitating = [
  signed("reader"),
  signed("regional"),
  signed("member:1"),
  signed("chair"),
  signed("act"),
];
const at = (step: Step, signatures = rehabilitating) => ({
  ...proceeding,
  step,
  signatures: [...signatures, ofRound2],
});
const ids = (...slots: string[]) => slots.map((slot) => ({ id: `signature-${slot}`, reason: "edited" }));

describe("falling back after an edit", () => {
  it.each<[Part, Step, string, string[]]>([
    ["file_body", "signing", "study", ["reader", "owner:agency-a", "owner:agency-b", "member:1"]],
    ["owner_reply", "signing", "owners", ["owner:agency-a", "owner:agency-b", "member:1"]],
    ["owner_reply", "owners", "owners", ["owner:agency-a", "owner:agency-b", "member:1"]],
  ])("declassification: %s edited at %s", (part, step, to, voids) => {
    expect(fallBack("declassification", at(step, declassifying), part)).toEqual({ to, voids: ids(...voids) });
  });

  it.each<[Part, Step, string, string[]]>([
    ["identity", "legal_act", "study", ["reader", "regional", "member:1", "chair", "act"]],
    ["identity", "second_reading", "study", ["reader", "regional", "member:1", "chair", "act"]],
    ["finding", "signing", "second_reading", ["reader", "regional", "member:1", "chair", "act"]],
    ["cited_image", "court", "second_reading", ["reader", "regional", "member:1", "chair", "act"]],
  ])("rehabilitation: %s edited at %s", (part, step, to, voids) => {
    expect(fallBack("rehabilitation", at(step), part)).toEqual({ to, voids: ids(...voids) });
  });

  it("suspends, and voids nothing, where secrecy is imposed again", () => {
    expect(fallBack("rehabilitation", at("signing"), "secrecy_again")).toEqual({
      to: "suspended",
      voids: [],
    });
  });

  it.each<[Part, Step]>([
    ["identity", "study"],
    ["finding", "study"],
    ["finding", "second_reading"],
    ["around", "signing"],
    ["file_body", "signing"],
  ])("%s edited at %s of a rehabilitation that nobody signed there does nothing", (part, step) => {
    expect(fallBack("rehabilitation", at(step, []), part)).toBeNull();
  });

  it.each<Step>(["granted", "refused", "withdrawn"])("undoes nothing once %s", (step) => {
    for (const part of ["identity", "finding", "secrecy_again"] as const) {
      expect(fallBack("rehabilitation", at(step), part)).toBeNull();
    }
    expect(fallBack("declassification", at(step, declassifying), "file_body")).toBeNull();
  });
});

describe("what an act voids", () => {
  it("a return: the signatures of the step named and of later ones, of this round", () => {
    const returned = but(matterFor("B1"), {
      proceeding: { signatures: [...rehabilitating, ofRound2] },
      terms: { toStep: "second_reading" },
    });
    expect(grantedBy(returned).voids.map((v) => v.id)).toEqual(rehabilitating.map((s) => s.id));
    const later = but(returned, { proceeding: { step: "legal_act" }, terms: { toStep: "signing" } });
    const secretary = but(later, { actor: matterFor("R9").actor });
    expect(grantedBy(secretary).voids.map((v) => v.id)).toEqual([
      "signature-member:1",
      "signature-chair",
      "signature-act",
    ]);
  });

  it("a recusal: one's own, and at a later step all that rests on it", () => {
    const own = signed("member:1", { accountId: "member" });
    const other = signed("member:2");
    const here = but(matterFor("B5"), { proceeding: { signatures: [signed("reader"), own, other] } });
    expect(grantedBy(here)).toMatchObject({ to: "signing", voids: [{ id: own.id, reason: "recused" }] });
    const later = but(here, {
      proceeding: { step: "legal_act", signatures: [signed("reader"), own, signed("chair")] },
    });
    expect(grantedBy(later).to).toBe("signing");
    expect(grantedBy(later).voids.map((v) => v.id)).toEqual([own.id, "signature-chair"]);
  });

  it("a recusal before anybody signed voids nothing and stays", () => {
    const none = but(matterFor("B5"), { proceeding: { signatures: [] } });
    expect(grantedBy(none)).toMatchObject({ to: "signing", voids: [], single: "recusal" });
  });
});
