import { expect, test } from "vitest";
import type { Office } from "@/lib/law/actor";
import { worksLaw } from "@/lib/law/law";
import { judgeLink, type LinkMatter } from "@/lib/law/linking";
import { transferStates } from "@/lib/law/transferring";

const office = (bodyId: string, role: Office["role"] = "archivist"): Office => ({
  ...{ appointmentId: `${role} ${bodyId}`, role, bodyId, bodyKind: "archive" },
});
const transfer = { toId: "b", state: "received", announcers: ["other"] } as const;

function met(more: Partial<Omit<LinkMatter, "actor">> = {}, offices = [office("b")]): string {
  const usual = { import: { archives: ["b"] }, from: "none", to: transfer } as const;
  const ruling = judgeLink({ actor: { id: "me", offices }, ...usual, ...more });
  return ruling.granted ? `${ruling.article} as of ${ruling.office.bodyId}` : ruling.refusal.condition;
}

test("it is the archivist's alone", () => {
  expect(worksLaw.find(({ work }) => work === "link_import")!.by).toEqual(["archivist"]);
  expect(met()).toBe("P26 as of b");
  expect(met({}, [office("b", "secretary")])).toBe("heldRole");
  expect(met({ import: null, to: "unseen" }, [])).toBe("heldRole");
});

test("of the archive that takes over, of its own import, in the office there", () => {
  expect(met({}, [office("a")])).toBe("ofItsArchive");
  expect(met({ import: { archives: ["a"] } })).toBe("ofItsArchive");
  expect(met({}, [office("a"), office("b")])).toBe("P26 as of b");
  const elsewhere = { ...transfer, toId: "c" };
  expect(met({ from: elsewhere })).toBe("ofItsArchive");
  expect(met({ from: elsewhere, import: { archives: ["b", "c"] } }, [office("b"), office("c")])).toBe(
    "P26 as of b",
  );
  expect(met({ from: transfer, to: "none" })).toBe("P26 as of b");
  expect(met({ from: transfer, to: "none" }, [office("a")])).toBe("ofItsArchive");
});

test("what is not there for somebody is not there", () => {
  expect(met({ import: null })).toBe("importThere");
  expect(met({ to: "unseen" })).toBe("transferThere");
  expect(met({ from: "unseen" })).toBe("transferThere");
});

test("whoever announced it says nothing of it on the other side, neither of the one nor of the other", () => {
  const mine = { ...transfer, announcers: ["other", "me"] };
  expect(met({ to: mine })).toBe("notAnnouncer");
  expect(met({ from: mine })).toBe("notAnnouncer");
  expect(met({ from: transfer, to: mine })).toBe("notAnnouncer");
});

test("something of it has come, and what belongs to an accepted one stays", () => {
  const open = transferStates.filter((state) => met({ to: { ...transfer, state } }) === "P26 as of b");
  expect(open).toEqual(["received", "checked", "accepted"]);
  expect(met({ to: { ...transfer, state: "announced" } })).toBe("cameIn");
  const left = transferStates.filter((state) => met({ from: { ...transfer, state } }) === "P26 as of b");
  expect(left).toEqual(transferStates.filter((state) => state !== "accepted"));
  expect(met({ from: { ...transfer, state: "accepted" }, to: "none" })).toBe("stillOpen");
});
