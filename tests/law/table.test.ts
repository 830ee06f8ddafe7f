import { describe, expect, it } from "vitest";
import { acts, works } from "@/lib/law/acts";
import { conditions } from "@/lib/law/conditions";
import { fallsBack, law, signing, standing, worksLaw, type Row } from "@/lib/law/law";
import { slotStep } from "@/lib/law/slots";
import { isWay, type Way } from "@/lib/law/ways";
import { finalSteps, openSteps, parts, roles, slots, type Step } from "@/lib/law/words";
import { refusedBy } from "./support/given";
import { but } from "./support/matter";
import { matterFor } from "./support/valid";

type Kind = "d" | "r";
const kinds = ["d", "r"] as const;

/** The open steps of each procedure, as LAW names them; not read from the table. */
const path: Record<Kind, readonly Step[]> = {
  d: ["attested", "study", "second_reading", "owners", "signing"],
  r: ["study", "second_reading", "regional", "signing", "legal_act", "court"],
};

/** Where a way may lead; `null` is the step it started from. A return names any earlier step besides. */
const leads: Record<Way, readonly (Step | null)[]> = {
  stays: [null],
  to_owners: ["owners"],
  to_regional: ["regional", "signing"],
  when_owners_answered: [null, "signing"],
  to_legal_act: ["legal_act", "granted", "refused"],
  where_freed: [null],
  as_named: ["court", "signing"],
};

function stepsOf(row: Row, kind: Kind): readonly Step[] {
  if (row.step === "open") return path[kind];
  if (row.step === "decided") return ["granted", "refused"];
  return [row.step];
}

const forKind = (row: Row, kind: Kind): boolean => row.in === kind || row.in === "b";
function targets(row: Row, from: Step, kind: Kind): readonly Step[] {
  if (row.act === "return") return path[kind].slice(0, path[kind].indexOf(from));
  return isWay(row.to) ? leads[row.to].map((to) => to ?? from) : [row.to];
}
const expanded = kinds.flatMap((kind) =>
  law
    .filter((row) => forKind(row, kind))
    .flatMap((row) => stepsOf(row, kind).map((step) => ({ kind, step, row }))),
);

function reachable(kind: Kind): ReadonlySet<Step> {
  const seen = new Set<Step>(["none"]);
  for (let before = 0; before !== seen.size;) {
    before = seen.size;
    for (const { step, row } of expanded.filter((e) => e.kind === kind && seen.has(e.step))) {
      for (const to of targets(row, step, kind)) seen.add(to);
    }
  }
  return seen;
}

describe("the table as a whole", () => {
  it("has no two rows for the same proceeding, step, act and slot", () => {
    const keys = expanded.map(({ kind, step, row }) => [kind, step, row.act, row.slot].join(" "));
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
  });

  it("numbers every article once", () => {
    const numbers = [...law.map((row) => row.article), ...worksLaw.map((row) => row.article)];
    expect(numbers.filter((number, i) => numbers.indexOf(number) !== i)).toEqual([]);
  });

  it("has a row for every act and every work, and none for another", () => {
    expect(new Set(law.map((row) => row.act))).toEqual(new Set(acts));
    expect(worksLaw.map((row) => row.work).toSorted()).toEqual([...works].toSorted());
  });

  it("uses every role, every slot and every condition", () => {
    const by = new Set<string>([...law.flatMap((row) => row.by), ...worksLaw.flatMap((row) => row.by)]);
    expect(roles.filter((role) => !by.has(role))).toEqual([]);
    expect(new Set(law.flatMap((row) => row.slot ?? []))).toEqual(new Set(slots));
    const named = new Set([...standing, ...signing, ...law.flatMap((row) => row.provided)]);
    expect(Object.keys(conditions).filter((name) => !named.has(name as keyof typeof conditions))).toEqual([]);
  });

  it("lets no auditor and no administrator act in a proceeding", () => {
    expect(law.flatMap((row) => row.by).filter((by) => by === "auditor" || by === "administrator")).toEqual(
      [],
    );
  });

  it("gives each slot the step at which its row stands", () => {
    for (const row of law.filter((one) => one.slot)) {
      const decided = row.step === "refused" || row.step === "decided";
      expect(slotStep[row.slot!], row.article).toBe(decided ? null : row.step);
    }
  });

  it("asks for a reason on every return, refusal, deferral, reopening, withdrawal and pull-out", () => {
    for (const act of ["return", "refuse", "defer", "reopen", "reopen_second", "withdraw", "take_out"]) {
      for (const row of law.filter((one) => one.act === act)) expect(row.provided).toContain("reasonGiven");
    }
  });

  it("asks for a legal basis wherever a row decides", () => {
    const deciding = law.filter((row) =>
      targets(row, "signing", "r").some((to) => to === "granted" || to === "refused"),
    );
    expect(deciding.map((row) => row.article)).toEqual(["D2", "D11", "D12", "R8", "R10", "R12a", "R12b"]);
    for (const row of deciding) expect(row.provided, row.article).toContain("basisGiven");
  });

  it("falls back only to steps that the procedure has, once for each part", () => {
    for (const rule of fallsBack) {
      const steps = path[rule.in === "declassification" ? "d" : "r"];
      expect(rule.to === "suspended" || steps.includes(rule.to), rule.edits).toBe(true);
    }
    const keys = fallsBack.map((rule) => `${rule.in} ${rule.edits}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(parts.filter((part) => !fallsBack.some((rule) => rule.edits === part))).toEqual(["around"]);
  });
});

describe.each(kinds)("steps of %s", (kind) => {
  it("are all reached from none, with every final step but revoked", () => {
    const decided = finalSteps.filter((step) => step !== "revoked");
    expect(reachable(kind)).toEqual(new Set<Step>(["none", ...path[kind], ...decided]));
  });

  it("are left by a row of their own, not by withdrawal alone", () => {
    for (const step of path[kind]) {
      const ways = expanded.filter((e) => e.kind === kind && e.row.step === step);
      expect(
        ways.some(({ row }) => targets(row, step, kind).some((to) => to !== step)),
        step,
      ).toBe(true);
    }
  });

  it("have no rows beyond the path", () => {
    const others = openSteps.filter((step) => !path[kind].includes(step));
    expect(law.filter((row) => row.in === kind && others.some((step) => step === row.step))).toEqual([]);
  });
});

describe.each(finalSteps)("once %s", (final) => {
  const allowed: Record<(typeof finalSteps)[number], readonly string[]> = {
    granted: ["correct_propose", "correct_second", "correct_sign"],
    refused: ["correct_propose", "correct_second", "correct_sign", "reopen", "reopen_second"],
    withdrawn: [],
    revoked: [],
  };

  it.each(law.filter((row) => row.step !== "none").map((row) => [row.article, row.act] as const))(
    "%s (%s) is refused, unless it reopens or corrects",
    (article, act) => {
      if (allowed[final].includes(act)) return;
      const m = but(matterFor(article), { proceeding: { step: final } });
      expect(refusedBy(m)).toMatchObject({ condition: "atThisStep", detail: { step: final } });
    },
  );

  it("only a reopening leaves it", () => {
    const leaving = expanded.filter(
      ({ kind, step, row }) => step === final && targets(row, final, kind).some((to) => to !== final),
    );
    expect(new Set(leaving.map(({ row }) => row.act))).toEqual(
      new Set(final === "refused" ? ["reopen"] : []),
    );
  });
});
