import { describe, expect, test } from "vitest";
import type { Office } from "@/lib/law/actor";
import { worksLaw } from "@/lib/law/law";
import { judgeTransfer, transferStates, transferSteps, type TransferMatter } from "@/lib/law/transferring";

const office = (bodyId: string, role: Office["role"] = "archivist"): Office => ({
  ...{ appointmentId: `${role} ${bodyId}`, role, bodyId, bodyKind: "archive" },
});
const met = (
  work: TransferMatter["work"],
  more: Partial<NonNullable<TransferMatter["transfer"]>> = {},
  offices = [office("b")],
) => {
  const transfer = {
    fromId: "a",
    toId: "b",
    state: "announced",
    steps: 1,
    shown: 1,
    announcers: ["other"],
    ...more,
  } as const;
  const ruling = judgeTransfer({ work, actor: { id: "me", offices }, transfer });
  return ruling.granted ? `${ruling.article} ${ruling.to}` : ruling.refusal.condition;
};

describe("the steps of a transfer", () => {
  test("each work has one row and an article, and names the archivist alone", () => {
    for (const { work } of transferSteps)
      expect(worksLaw.find((row) => row.work === work)!.by).toEqual(["archivist"]);
    expect(new Set(transferSteps.map(({ work }) => work)).size).toBe(transferSteps.length);
  });

  test("every state is reached, accepted and withdrawn are left by nothing, all others by something", () => {
    expect(new Set(transferSteps.map(({ to }) => to))).toEqual(new Set(transferStates));
    const left = transferStates.filter((state) => !transferSteps.some(({ at }) => at.includes(state)));
    expect(left).toEqual(["accepted", "withdrawn"]);
  });

  test("they lead where they lead, by their side", () => {
    const from = [office("a")];
    expect(met("announce_transfer", { state: "none", steps: 0, shown: 0, announcers: [] }, from)).toBe(
      "P20 announced",
    );
    expect(met("announce_transfer", { state: "returned" }, from)).toBe("P20 announced");
    expect(met("withdraw_transfer", {}, from)).toBe("P21 withdrawn");
    expect(met("withdraw_transfer", { state: "returned" }, from)).toBe("P21 withdrawn");
    expect(met("receive_transfer")).toBe("P22 received");
    expect(met("check_transfer", { state: "received" })).toBe("P23 checked");
    expect(met("accept_transfer", { state: "checked" })).toBe("P24 accepted");
    expect(met("return_transfer", { state: "checked" })).toBe("P25 returned");
  });

  test("what stands in the way", () => {
    expect(met("receive_transfer", {}, [office("b", "secretary")])).toBe("heldRole");
    expect(met("receive_transfer", {}, [])).toBe("heldRole");
    expect(met("receive_transfer", {}, [office("a")])).toBe("ofItsArchive");
    expect(met("withdraw_transfer")).toBe("ofItsArchive");
    expect(met("receive_transfer", { shown: 0 })).toBe("stepShown");
    expect(met("accept_transfer")).toBe("atThisState");
    expect(met("return_transfer", { state: "received" })).toBe("atThisState");
    expect(met("withdraw_transfer", { state: "received" }, [office("a")])).toBe("atThisState");
    expect(met("announce_transfer", { state: "none", toId: "a", announcers: [] }, [office("a")])).toBe(
      "twoArchives",
    );
    const both = [office("a"), office("b")];
    expect(met("receive_transfer", { announcers: ["me"] }, both)).toBe("notAnnouncer");
    expect(met("receive_transfer", {}, both)).toBe("P22 received");
    expect(met("withdraw_transfer", { announcers: ["me"] }, both)).toBe("P21 withdrawn");
    const offices = [office("b")];
    expect(
      judgeTransfer({ work: "accept_transfer", actor: { id: "me", offices }, transfer: null }),
    ).toMatchObject({
      granted: false,
      refusal: { article: "P24", condition: "transferThere" },
    });
  });
});
