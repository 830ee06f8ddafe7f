import { describe, expect, it } from "vitest";
import type { Condition } from "@/lib/law/conditions";
import { questionOf } from "@/lib/law/conditions";
import { law, signing, standing, type Row } from "@/lib/law/law";
import type { Matter } from "@/lib/law/matter";
import { grantedBy, refusedBy } from "./support/given";
import { but, office, signed } from "./support/matter";
import { matterFor } from "./support/valid";

/** One fact changed so that the condition does not hold, whatever the article. */
const broken: Record<string, (m: Matter, row: Row) => Matter> = {
  noConflict: (m) => but(m, { actor: { conflict: "conflict" } }),
  versionShown: (m) => but(m, { terms: { version: 3 } }),
  notSuspended: (m) => but(m, { proceeding: { suspended: true } }),
  notDeferred: (m) => but(m, { proceeding: { deferred: true } }),
  cooledDown: (m) => but(m, { actor: { cooling: true } }),
  methodSuffices: (m) => but(m, { actor: { keyed: true }, terms: { method: "password" } }),
  conflictAnswered: (m) => but(m, { actor: { conflict: "unanswered" } }),
  wroteNothing: (m) => but(m, { proceeding: { authors: ["author", m.actor.id] } }),
  keepsApart: (m) => but(m, { actor: { offices: [...m.actor.offices, office("administrator")] } }),
  slotFree: (m, row) => {
    const question = questionOf(m.proceeding, row);
    const keys =
      row.slot === "member"
        ? ["member:1", "member:2"]
        : [row.slot === "owner" ? "owner:agency-a" : row.slot!];
    const taken = keys.map((key) => signed(key, { question, accountId: `another-${key}` }));
    return but(m, { proceeding: { signatures: [...m.proceeding!.signatures, ...taken] } });
  },
  oneSlotEach: (m, row) => {
    const other = row.slot === "reader" ? "regional" : "reader";
    const own = signed(other, { question: questionOf(m.proceeding, row), accountId: m.actor.id });
    return but(m, { proceeding: { signatures: [...m.proceeding!.signatures, own] } });
  },
  onFreshBench: (m) => but(m, { proceeding: { refusedBy: [m.actor.id] } }),
  dossierShown: (m) => but(m, { terms: { dossierHash: "dossier-0" } }),
  registerAllowed: (m) => but(m, { terms: { register: true }, proceeding: { single: "taken_out" } }),
};

/** Where a condition is not asked for, and why. */
const exempt: Partial<Record<Condition, (row: Row) => boolean>> = {
  versionShown: (row) => row.step === "none", // nothing is there that could have changed
  notSuspended: (row) => row.step === "none" || row.act === "declare_conflict", // a conflict is declared at any time
  notDeferred: (row) => row.step === "none" || ["declare_conflict", "resume", "withdraw"].includes(row.act),
  onFreshBench: (row) => row.act === "correct_second" || row.act === "correct_sign", // nothing is decided anew
};

const pairs = law.flatMap((row) =>
  [...standing, ...(row.slot ? signing : [])].map((condition) => ({ row, condition })),
);

describe("what every row and every signature asks for", () => {
  it.each(pairs.map(({ row, condition }) => [row.article, condition, row] as const))(
    "%s asks for %s",
    (article, condition, row) => {
      const whole = matterFor(article);
      expect(grantedBy(whole).article).toBe(article);
      const spoilt = broken[condition]!(whole, row);
      if (exempt[condition]?.(row)) expect(grantedBy(spoilt).article).toBe(article);
      else expect(refusedBy(spoilt)).toEqual({ article, condition });
    },
  );
});

describe("who never signs", () => {
  const signingRows = law.filter((row) => row.slot).map((row) => row.article);

  it.each(signingRows)("%s: nobody without an office, no auditor, no administrator", (article) => {
    const whole = matterFor(article);
    for (const offices of [[], [office("auditor")], [office("administrator")]]) {
      expect(refusedBy(but(whole, { actor: { offices } }))).toMatchObject({ condition: "heldRole" });
    }
  });

  it.each(signingRows)("%s: not the author, though they hold every other office", (article) => {
    const whole = matterFor(article);
    const offices = [
      ...whole.actor.offices,
      ...(["expert", "member", "chair", "secretary", "archivist"] as const).map((role) => office(role)),
    ];
    const everything = but(whole, { actor: { offices } });
    expect(grantedBy(everything).signature).not.toBeNull();
    const wrote = but(everything, { proceeding: { authors: [whole.actor.id] } });
    expect(refusedBy(wrote).condition).toBe("wroteNothing");
  });
});

describe("with what one signs", () => {
  const of = (keyed: boolean, requirePasskey: boolean, method: "password" | "passkey") => {
    const m = but(matterFor("R7"), { actor: { keyed }, terms: { method } });
    return { ...m, rules: { ...m.rules, requirePasskey } };
  };
  const refusal = { article: "R7", condition: "methodSuffices" };

  it("a password does for somebody without a passkey, where the rules ask for none", () => {
    expect(grantedBy(of(false, false, "password")).article).toBe("R7");
    expect(refusedBy(of(false, true, "password"))).toEqual(refusal);
  });

  it("whoever has a passkey signs with it alone, whatever the rules say", () => {
    for (const rule of [false, true]) {
      expect(refusedBy(of(true, rule, "password"))).toEqual(refusal);
      expect(grantedBy(of(true, rule, "passkey")).article).toBe("R7");
    }
  });
});
