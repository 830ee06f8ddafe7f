import { describe, expect, it } from "vitest";
import { Choosing } from "@/lib/intake/choosing";
import { choosing } from "@/lib/intake/schema";
import { Summariser } from "@/lib/intake/summarise";
import { choicesIn, countLeft, hasChanges, leavable, leavesAny, type Leave } from "@/lib/intake/view";
import { fromForm } from "@/lib/input";

const file = { noun: "file", name: "Д. 1", detail: "", at: 2 } as const;
const changes = [{ field: "fileTitle", before: "А", after: "Б" }];

function choose(leave: Leave) {
  const summary = new Summariser("table", "", ["file"]);
  return { summary, choice: new Choosing(leave, summary) };
}

describe("what of an import is taken", () => {
  it("is everything, as long as nobody says otherwise", () => {
    const { summary, choice } = choose({});
    expect(choice.added(file, "k1")).toBe(true);
    expect(choice.compared(file, "k2", changes)).toEqual(changes);
    expect(choice.compared(file, "k3", [])).toEqual([]);
    const found = summary.found();
    expect(found.counts.file).toEqual({ added: 1, changed: 1, unchanged: 1, missing: 0 });
    expect(found).not.toHaveProperty("left");
    expect([found.added[0]?.key, found.changed[0]?.key]).toEqual(["k1", "k2"]);
  });

  it("is nothing that is left out, which is counted and stands for nothing that would be done", () => {
    const { summary, choice } = choose({ added: true, changed: true, things: ["file:k2"] });
    expect(choice.added(file, "k1")).toBe(false);
    expect(choice.compared(file, "k2", changes)).toEqual([]);
    expect([choice.isLeft("file", "k1"), choice.isLeft("file", "k2"), choice.isLeft("person", "k1")]).toEqual(
      [...[true, false, false]],
    );
    const found = summary.found();
    expect(found).toMatchObject({
      counts: { file: { added: 0, changed: 0, left: 2 } },
      left: { added: 1, changed: 1, shown: [{ key: "k2" }] },
      digest: choose({}).summary.digest(),
    });
    expect(hasChanges(found)).toBe(false);
    expect(countLeft(found)).toBe(2);
    expect(choicesIn({ ...found, kind: "table" })).toEqual({ added: 1, changed: 1 });
    expect(choicesIn({ ...found, kind: "ead" })).toEqual({ added: 0, changed: 1 });
  });

  it("is nothing that hangs on something that is left out", () => {
    const { summary, choice } = choose({});
    expect(choice.added(file, "k1", true)).toBe(false);
    expect(summary.found().counts.file).toMatchObject({ added: 0, left: 1 });
  });

  it("is added up over the parts of a table", () => {
    const whole = new Summariser("table", "", ["file"]);
    for (const key of ["k1", "k2"]) {
      const { summary, choice } = choose({ things: [`file:${key}`] });
      choice.added(file, key);
      choice.added(file, "other");
      whole.absorb(summary.found());
    }
    expect(whole.found()).toMatchObject({
      counts: { file: { added: 2, left: 2 } },
      left: { added: 2, changed: 0, shown: [{ key: "k1" }, { key: "k2" }] },
    });
  });

  it("is shown of an import that was compared before there was a choice", () => {
    const counts = { file: { added: 3, changed: 0, unchanged: 0, missing: 0 } };
    expect(countLeft({ counts })).toBe(0);
    expect(choicesIn({ kind: "table", counts })).toEqual({ added: 3, changed: 0 });
    expect(leavable({ kind: "table" }, "added", file)).toBeNull();
  });

  it("may be said thing by thing, but not of units above files, nor of what is new in a finding aid", () => {
    const sample = { ...file, key: "k" };
    expect(leavable({ kind: "table" }, "added", sample)).toBe("file:k");
    expect(leavable({ kind: "table" }, "added", { ...sample, noun: "unit" })).toBeNull();
    expect(leavable({ kind: "ead" }, "added", { ...sample, noun: "unit" })).toBeNull();
    expect(leavable({ kind: "atom" }, "changed", { ...sample, noun: "unit" })).toBe("unit:k");
  });
});

describe("a choice as it is sent", () => {
  const id = "00000000-0000-4000-8000-000000000001";
  const digest = "0".repeat(64);
  const sent = (...pairs: [string, string][]) => {
    const form = new FormData();
    for (const [name, value] of [["id", id], ["digest", digest], ...pairs]) form.append(name!, value!);
    return choosing.safeParse(fromForm(form)).data;
  };

  it("leaves out what is ticked, and nothing where nothing is", () => {
    expect(sent()).toEqual({ id, digest, leave: { things: [] } });
    expect(leavesAny(sent()!.leave)).toBe(false);
    expect(sent(["changed", "on"], ["things[]", "file:k"])).toEqual({
      ...{ id, digest, leave: { changed: true, things: ["file:k"] } },
    });
    expect(leavesAny({ things: ["file:k"] })).toBe(true);
  });

  it("is refused where it is no choice", () => {
    expect(sent(["added", "no"])).toBeUndefined();
    expect(sent(["things[]", ""])).toBeUndefined();
  });
});
