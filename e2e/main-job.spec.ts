import { expect, test, type Page } from "@playwright/test";
import { assign, declassifyFile } from "./support/declassify";
import { Desk } from "./support/desk";
import { readHistory } from "./support/history";
import { confirmAct, enterAct, readAndConcur, signByBench, writeFinding } from "./support/rehabilitate";

test.describe.configure({ timeout: 420_000 });

const bench = ["member1", "member2", "chair"] as const;

test("an undisputed file and its case: archived, declassified, rehabilitated, by different people", async ({
  browser,
}) => {
  const desk = await Desk.open(browser);
  const { t } = desk;
  try {
    const file = await declassifyFile(desk, { author: "expert2", reader: "expert3", bench });
    const kase = await test.step("the case is declassified with its file", async () => {
      const page = await desk.as("secretary1", `/files/${file.id}?tab=cases`);
      const link = page.locator("table a[href^='/cases/']").first();
      const href = await link.getAttribute("href");
      await page.goto(href!);
      await expect(stage(page)).toContainText(t("cases.stage.declassified"));
      return href!;
    });
    const proceeding = await test.step("secretary opens the rehabilitation", async () => {
      await desk.act("secretary1", kase, "open");
      const page = await desk.as("secretary1", kase);
      const link = page.locator("a[href^='/assign?proceeding=']").first();
      return new URL(await link.evaluate((a: HTMLAnchorElement) => a.href)).searchParams.get("proceeding")!;
    });
    await assign(desk, proceeding, "expert2", "expert3");
    await test.step("expert writes the finding and submits it", () => writeFinding(desk, "expert2", kase));
    await test.step("second reader concurs", () => readAndConcur(desk, "expert3", kase));
    // What they answered about the file's case holds for all its proceedings: nobody is asked again.
    await signByBench(desk, proceeding, bench);
    await test.step("secretary enters the legal act", () => enterAct(desk, "secretary1", kase));
    await test.step("another secretary confirms it", () => confirmAct(desk, "secretary2", proceeding));

    await test.step("the case is rehabilitated, and the history says how", async () => {
      const page = await desk.as("auditor", kase);
      await expect(stage(page)).toContainText(t("cases.stage.rehabilitated"));
      const acts = await readHistory(desk, "auditor", kase);
      expect(acts).toEqual([
        { article: "R1", role: t("law.role.secretary"), title: t("law.actDone.open") },
        { article: "B9", role: t("law.role.head"), title: t("law.actDone.assign_author") },
        { article: "B9a", role: t("law.role.head"), title: t("law.actDone.assign_reader") },
        { article: "R2", role: t("law.role.expert"), title: t("law.actDone.submit") },
        { article: "R3", role: t("law.role.expert"), title: t("law.actDone.concur") },
        { article: "R7", role: t("law.role.member"), title: t("law.actDone.sign") },
        { article: "R7", role: t("law.role.member"), title: t("law.actDone.sign") },
        { article: "R8", role: t("law.role.chair"), title: t("law.actDone.sign") },
        { article: "R9", role: t("law.role.secretary"), title: t("law.actDone.enter_act") },
        { article: "R10", role: t("law.role.secretary"), title: t("law.actDone.confirm_act") },
      ]);
      const before = await readHistory(desk, "auditor", `/proceedings/${file.proceeding}`);
      expect(before.map((act) => act.article).join(" ")).toBe("D3 B9 B9a D4 D5 D7 D10 D10 D11");
    });
  } finally {
    await desk.close();
  }
});

/** The stage stands in the head of the page, beside the name. */
const stage = (page: Page) => page.locator("main header").first();
