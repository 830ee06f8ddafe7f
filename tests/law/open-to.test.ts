import { describe, expect, it } from "vitest";
import { law } from "@/lib/law/law";
import { openTo } from "@/lib/law/open-to";
import { but, office, person } from "./support/matter";
import { matterFor } from "./support/valid";

const acts = (article: string) => openTo(matterFor(article)).map((open) => open.act);

describe("the acts open to a person", () => {
  it.each(law.map((row) => [row.article, row.act] as const))(
    "%s: %s is offered, with nothing in the way",
    (article, act) => {
      const whole = matterFor(article);
      const beforeTheForm = { ...whole, terms: {} };
      expect(openTo(beforeTheForm).find((open) => open.act === act)).toMatchObject({ article, unmet: [] });
    },
  );

  it("says what stands in the way where the form cannot cure it", () => {
    const asked = but(matterFor("R7"), { proceeding: { questionsOpen: 1 } });
    expect(openTo(asked).find((open) => open.act === "sign")).toMatchObject({
      article: "R7",
      unmet: ["questionsClosed"],
    });
    const author = but(matterFor("R7"), { proceeding: { authors: ["member"] } });
    expect(openTo(author).find((open) => open.act === "sign")?.unmet).toEqual(["wroteNothing"]);
  });

  it("shows an act no office of the person reaches to nobody", () => {
    expect(acts("R7")).not.toContain("submit");
    expect(openTo(but(matterFor("R7"), { actor: person("auditor", office("auditor")) }))).toEqual([]);
    expect(openTo(but(matterFor("D3"), { actor: person("administrator", office("administrator")) }))).toEqual(
      [],
    );
  });

  it("offers opening where nothing is open, and nothing that is for later steps", () => {
    expect(acts("D3")).toEqual(["attest", "open"]);
  });
});
