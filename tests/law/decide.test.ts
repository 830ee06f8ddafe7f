import { describe, expect, it } from "vitest";
import { grantedBy, refusedBy } from "./support/given";
import { but, kept, lifted, office, person, reason, signed } from "./support/matter";
import { matterFor } from "./support/valid";

const members = [1, 2].map((n) => signed(`member:${n}`, { outcome: "full" }));
const inFull = [...members, signed("chair", { outcome: "full" })];

describe("where an act leads", () => {
  it("goes from owners to signing with the reply of the last agency named, not before", () => {
    const two = but(matterFor("D7"), { file: { owners: ["agency-a", "agency-b"] } });
    expect(grantedBy(two).to).toBe("owners");
    const other = signed("owner:agency-b");
    expect(grantedBy(but(two, { proceeding: { signatures: [other] } })).to).toBe("signing");
  });

  it("counts no reply whose signature was voided, though the span still bears it", () => {
    const spans = [lifted, { ...kept, ownerId: "agency-b" }];
    const back = but(matterFor("D7"), { file: { owners: ["agency-a", "agency-b"], spans } });
    expect(grantedBy(back).to).toBe("owners");
    const earlier = signed("owner:agency-b", { question: "decide/1" });
    expect(grantedBy(but(back, { proceeding: { round: 2, signatures: [earlier] } })).to).toBe("owners");
  });

  it("asks an agency even where the expert found none of its spans secret", () => {
    const none = { ...lifted, secrecy: "none" as const, ownerId: null };
    expect(grantedBy(but(matterFor("D5"), { file: { spans: [none] } })).to).toBe("owners");
    const reply = grantedBy(but(matterFor("D7"), { file: { spans: [none] } }));
    expect(reply).toMatchObject({ to: "signing", signature: { slot: "owner:agency-a" } });
  });

  it("passes the regional commission where the case has one", () => {
    expect(grantedBy(matterFor("R3")).to).toBe("signing");
    expect(grantedBy(but(matterFor("R3"), { case: { regionalBodyId: "region" } })).to).toBe("regional");
  });

  it("needs a legal act for a favourable outcome where the rules ask, for an earlier act always", () => {
    const chair = matterFor("R8");
    expect(grantedBy(chair)).toMatchObject({ to: "legal_act", decision: null });
    const without = but(chair, { rules: { requireLegalAct: false } });
    expect(grantedBy(without)).toMatchObject({
      to: "granted",
      decision: { result: "granted", outcome: "full" },
    });
    const already = but(without, {
      finding: { outcome: "already", earlierActNamed: true },
      proceeding: { signatures: [1, 2].map((n) => signed(`member:${n}`, { outcome: "already" })) },
      terms: { outcome: "already" },
    });
    expect(grantedBy(already)).toMatchObject({ to: "legal_act", decision: null });
  });

  it("decides the outcome that the chair signed when the legal act is confirmed", () => {
    const inPart = inFull.map((s) => ({ ...s, outcome: "part" as const }));
    expect(grantedBy(matterFor("R10")).decision).toEqual({ result: "granted", outcome: "full" });
    const partial = but(matterFor("R10"), { proceeding: { signatures: inPart }, terms: { outcome: "full" } });
    expect(grantedBy(partial).decision).toEqual({ result: "granted", outcome: "part" });
  });

  it("refuses at the court, and at signing", () => {
    expect(grantedBy(matterFor("R12b")).decision).toEqual({ result: "refused", outcome: "refused" });
    expect(grantedBy(matterFor("D12"))).toMatchObject({ to: "refused", decision: { result: "refused" } });
    expect(grantedBy(matterFor("D2")).decision).toEqual({ result: "granted", outcome: "never_secret" });
    expect(grantedBy(matterFor("D11")).decision).toEqual({ result: "granted", outcome: "declassified" });
  });

  it("takes a new round and version when reopened, and no version where it stays", () => {
    expect(grantedBy(matterFor("B7a"))).toMatchObject({ from: "refused", to: "study", round: 2, version: 5 });
    expect(grantedBy(matterFor("B2"))).toMatchObject({ to: "signing", round: 1, version: 4 });
    expect(grantedBy(matterFor("D3"))).toMatchObject({ from: "none", to: "study", round: 1, version: 1 });
  });
});

describe("what a signature says", () => {
  it("fills the first free place of the bench", () => {
    const second = but(matterFor("R7"), {
      proceeding: { signatures: [signed("member:2", { outcome: "full" })] },
    });
    expect(grantedBy(second).signature).toEqual({
      slot: "member:1",
      question: "decide/1",
      answer: "for",
      outcome: "full",
    });
  });

  it("is against where the outcome is refused, by member, chair and regional commission", () => {
    for (const article of ["R6", "R7"]) {
      const against = but(matterFor(article), { terms: { outcome: "refused", reason } });
      expect(grantedBy(against).signature).toMatchObject({ answer: "against", outcome: "refused" });
    }
  });

  it.each(["D2", "D5", "D7", "D10", "D11", "R3", "R10", "R12a", "B7", "B7a", "B8a", "B8b"])(
    "%s does not look at an outcome sent along",
    (article) => {
      const sent = but(matterFor(article), { terms: { outcome: "refused" } });
      expect(grantedBy(sent).signature).toMatchObject({ answer: "for", outcome: null });
    },
  );

  it("is made for the agency named, where one person represents two", () => {
    const offices = ["agency-a", "agency-b"].map((bodyId) => office("representative", { bodyId }));
    const both = but(matterFor("D7"), {
      actor: person("representative", ...offices),
      file: { owners: ["agency-a", "agency-b"] },
      terms: { agencyId: "agency-b" },
    });
    expect(grantedBy(both)).toMatchObject({
      office: { bodyId: "agency-b" },
      signature: { slot: "owner:agency-b" },
    });
  });

  it("cannot fill two slots for two agencies", () => {
    const offices = ["agency-a", "agency-b"].map((bodyId) => office("representative", { bodyId }));
    const second = but(matterFor("D7"), {
      actor: person("representative", ...offices),
      file: { owners: ["agency-a", "agency-b"] },
      proceeding: { signatures: [signed("owner:agency-b", { accountId: "representative" })] },
    });
    expect(refusedBy(second).condition).toBe("oneSlotEach");
  });
});

describe("what makes an item single", () => {
  it.each([
    ["D6", "disagreement", {}],
    ["R4", "disagreement", {}],
    ["R6", "disagreement", { terms: { outcome: "refused", reason } }],
    ["R6", null, {}],
    ["D8", "kept", {}],
    ["B6", "taken_out", {}],
    ["B5", "recusal", {}],
    ["B7a", "reopened", {}],
    ["R11", "unfavourable_act", {}],
    ["R2", null, {}],
    ["R2", "outcome", { finding: { outcome: "part", refusedCharges: 1 } }],
    ["B2", "kept", { proceeding: { single: "kept" } }],
  ] as const)("%s: %s", (article, single, change) => {
    expect(grantedBy(but(matterFor(article), change)).single).toBe(single);
  });

  it.each([
    ["an open question", { proceeding: { questionsOpen: 1 } }],
    ["an open objection", { proceeding: { objectionsOpen: 1 } }],
    ["a partial outcome", { finding: { outcome: "part" }, terms: { outcome: "part" } }],
    ["a refusal", { terms: { outcome: "refused", reason } }],
  ] as const)("%s keeps it out of a register", (_what, change) => {
    const byRegister = but(matterFor("R7"), { terms: { register: true } });
    expect(grantedBy(byRegister).article).toBe("R7");
    expect(refusedBy(but(but(matterFor("R7"), change), { terms: { register: true } })).condition).toBe(
      "registerAllowed",
    );
  });
});

it.each(["D6", "D8", "D12", "D13", "R4", "R11", "R12b"])("%s is never signed by register", (article) => {
  expect(grantedBy(matterFor(article)).signature?.answer).toBe("against");
  expect(refusedBy(but(matterFor(article), { terms: { register: true } })).condition).toBe("registerAllowed");
});

describe("an unfavourable act that sends back for refusal", () => {
  it("leaves only refusal to sign, until the proceeding goes further back", () => {
    const back = but(matterFor("R11"), { terms: { toStep: "signing" } });
    expect(grantedBy(back)).toMatchObject({ to: "signing", signature: { slot: "act", answer: "against" } });
    expect(grantedBy(back).voids.map((v) => v.id)).toEqual(inFull.map((s) => s.id));
    const act = signed("act", { answer: "against" });
    const member = but(matterFor("R7"), { proceeding: { signatures: [act] } });
    expect(refusedBy(member).condition).toBe("unfavourableActFollowed");
    const returned = but(matterFor("B1"), { proceeding: { signatures: [act] } });
    expect(grantedBy(returned).voids).toEqual([{ id: act.id, reason: "returned" }]);
  });
});
