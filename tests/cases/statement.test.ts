import { describe, expect, it } from "vitest";
import { operatorActor } from "@/lib/auth/actor";
import { statementText, type Said } from "@/lib/cases/statement";
import { locales } from "@/lib/i18n/locales";
import type { Saying } from "@/lib/store/sayings";

const signer = {
  ...operatorActor("Сәуле Тілеубекова"),
  offices: [{ appointmentId: "a", role: "member", bodyId: "b", bodyKind: "commission" }],
} as const;
const item = (name: string, hash: string): Saying => ({
  id: name,
  kind: "rehabilitation",
  step: "signing",
  version: 3,
  caseId: "c",
  name,
  reference: "АП РК. Ф. 10. Оп. 2. Д. П-46597",
  dossierHash: hash.repeat(64),
  outcome: "full",
});
const said: Said = { act: "sign", outcome: "full", items: [item("Қоңыратов Есім", "a")], register: false };

describe("the statement that is signed", () => {
  it.each(locales)(
    "in %s names signer, subject, reference, dossier and nothing that is missing",
    async (locale) => {
      const text = await statementText(signer, said, locale);
      for (const part of ["Сәуле Тілеубекова", "Қоңыратов Есім", "П-46597", "a".repeat(64)])
        expect(text).toContain(part);
      expect(text).not.toMatch(/[⟦{}]/);
      expect(await statementText(signer, said, locale)).toBe(text);
    },
  );

  it("prints the reference after the manner of the language", async () => {
    expect(await statementText(signer, said, "kk")).toContain("10-қ. 2-т. П-46597-іс");
    expect(await statementText(signer, said, "ru")).toContain("Ф. 10. Оп. 2. Д. П-46597");
  });

  it("says the outcome, so that refusal and rehabilitation are different texts", async () => {
    const refused = await statementText(
      signer,
      { ...said, outcome: "refused", reason: "нет оснований" },
      "ru",
    );
    expect(refused).toContain("отказать");
    expect(refused).toContain("нет оснований");
    expect(await statementText(signer, said, "ru")).not.toContain("отказать");
  });

  it("of a register names every item with its own dossier, in order", async () => {
    const items = [item("Вебер Мария", "b"), item("Пак Ден Хва", "c")];
    const lines = (await statementText(signer, { ...said, items, register: true }, "en")).split("\n");
    expect(lines[1]).toMatch(/^1\. Вебер Мария .*b{64}/);
    expect(lines[2]).toMatch(/^2\. Пак Ден Хва .*c{64}/);
    expect(lines.at(-1)).toContain("2 separate decisions");
  });
});
