import { expect, test, type Page } from "@playwright/test";
import { answerAccess, declassifyFile, findUnopened, ownerName } from "./support/declassify";
import { Desk } from "./support/desk";
import { keyboard } from "./support/input";
import { declassifiedArticles, readHistory, rehabilitatedActs } from "./support/history";
import { rehabilitateCase } from "./support/rehabilitate";

test.describe.configure({ timeout: 420_000 });

const team = { author: "expert2", reader: "expert3", bench: ["member1", "member2", "chair"] } as const;

test("an undisputed file and its case: archived, declassified, rehabilitated, by keyboard alone", async ({
  browser,
}) => {
  const desk = await Desk.open(browser, keyboard);
  const { t } = desk;
  try {
    const file = await test.step("archivist finds a file and answers who may read it", async () => {
      const found = await findUnopened(desk, "archivist1", ownerName);
      await answerAccess(desk, "archivist1", found);
      return found;
    });
    const declassification = await declassifyFile(desk, file, team);
    const kase = await test.step("the case is declassified with its file", async () => {
      const page = await desk.as("secretary1", `/files/${file.id}?tab=cases`);
      const href = await page.locator("table a[href^='/cases/']").first().getAttribute("href");
      await page.goto(href!);
      await expect(stage(page)).toContainText(t("cases.stage.declassified"));
      return href!;
    });
    await rehabilitateCase(desk, kase, team);

    await test.step("the case is rehabilitated, and the history says how", async () => {
      const page = await desk.as("auditor", kase);
      await expect(stage(page)).toContainText(t("cases.stage.rehabilitated"));
      expect(await readHistory(desk, "auditor", kase)).toEqual(rehabilitatedActs(t));
      const before = await readHistory(desk, "auditor", `/proceedings/${declassification}`);
      expect(before.map((act) => act.article).join(" ")).toBe(declassifiedArticles);
    });
    expect(desk.pointerUses()).toBe(0);
  } finally {
    await desk.close();
  }
});

/** The stage stands in the head of the page, beside the name. */
const stage = (page: Page) => page.locator("main header").first();
