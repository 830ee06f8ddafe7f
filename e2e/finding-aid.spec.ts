import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";
import { answerAccess, declassifyFile, ownerName } from "./support/declassify";
import { Desk } from "./support/desk";
import { keyboard } from "./support/input";
import { declassifiedArticles, readHistory, rehabilitatedActs } from "./support/history";
import { describeFile, registerCase, takeIn } from "./support/register";
import { rehabilitateCase } from "./support/rehabilitate";

test.describe.configure({ timeout: 420_000 });

const findingAid = fileURLToPath(new URL("../../shared/data/finding-aids/C1571.EAD3.xml", import.meta.url));
const title = "Le sens du monde";
const team = { author: "expert1", reader: "expert4", bench: ["member2", "member3", "chair"] } as const;
/** Invented: the finding aid is somebody's papers, and accuses nobody. */
const accused = {
  name: "Сыналғанов Ескермес Бекұлы",
  born: "ок. 1899",
  episode: "1937",
  charge: "58-10",
  measure: "10 лет",
};

test("a file of a real finding aid is taken to a rehabilitated case, from the intake on", async ({
  browser,
}) => {
  test.skip(!existsSync(findingAid), "the finding aids are not beside the project");
  const desk = await Desk.open(browser);
  const keys = await Desk.open(browser, keyboard);
  const { t } = desk;
  try {
    await test.step("archivist takes in the finding aid, with keys alone", () =>
      takeIn(keys, "archivist1", findingAid));
    const file =
      await test.step("finds the file in the list, counts its sheets, names its owner", async () => {
        const page = await keys.as("archivist1", `/files?view=list&q=${encodeURIComponent(title)}`);
        const href = await page.getByRole("link", { name: title }).first().getAttribute("href");
        const found = { id: href!.split("/")[2]!, leaves: 24 };
        await describeFile(keys, "archivist1", found, ownerName);
        return found;
      });
    const kase = await test.step("registers a person and a case from it", () =>
      registerCase(keys, "archivist1", file.id, accused));
    await answerAccess(keys, "archivist1", file);
    expect(keys.pointerUses()).toBe(0);
    const declassification = await declassifyFile(desk, file, team);
    await rehabilitateCase(desk, kase, team);

    await test.step("the auditor reads each act once, in order, with article and role", async () => {
      const page = await desk.as("auditor", kase);
      await expect(page.locator("main header").first()).toContainText(t("cases.stage.rehabilitated"));
      expect(await readHistory(desk, "auditor", kase)).toEqual(rehabilitatedActs(t));
      const before = await readHistory(desk, "auditor", `/proceedings/${declassification}`);
      expect(before.map((act) => act.article).join(" ")).toBe(declassifiedArticles);
    });
  } finally {
    await keys.close();
    await desk.close();
  }
});
