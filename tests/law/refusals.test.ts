import { describe, expect, it } from "vitest";
import { law, signing } from "@/lib/law/law";
import { both } from "./refusals/both";
import { declassification } from "./refusals/declassification";
import { legalAct } from "./refusals/legal-act";
import { rehabilitation } from "./refusals/rehabilitation";
import { grantedBy, refuses } from "./support/given";
import { matterFor } from "./support/valid";

const all = [...declassification, ...rehabilitation, ...legalAct, ...both];

describe("each article", () => {
  it.each(law.map((row) => [row.article, row.act] as const))("%s grants %s", (article, act) => {
    expect(grantedBy(matterFor(article))).toMatchObject({ article, act });
  });
});

refuses("the declassification of a file", declassification);
refuses("the rehabilitation of a case", rehabilitation);
refuses("the legal act", legalAct);
refuses("both proceedings", both);

it("every condition of every row has its refusal", () => {
  const asked = law.flatMap((row) =>
    row.provided
      // One that every signature asks for is tried on every signing row in signing.test.ts.
      .filter((condition) => !(row.slot && signing.includes(condition)))
      .map((condition) => `${row.article} ${condition}`),
  );
  const tried = new Set(all.map(([article, condition]) => `${article} ${condition}`));
  expect(asked.filter((pair) => !tried.has(pair))).toEqual([]);
  expect(asked.length).toBeGreaterThan(100);
});
