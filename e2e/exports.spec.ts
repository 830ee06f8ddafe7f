import { readFileSync } from "node:fs";
import { expect, test, type Page } from "@playwright/test";
import { Desk } from "./support/desk";
import { keyboard } from "./support/input";

/** Where the form stands on its page, what is taken, and how that begins. */
type Taking = { form: "export" | "take"; format: string; begins: RegExp };
const csv = /^\uFEFF?"?\p{L}/u;

test.describe.configure({ timeout: 180_000 });

/** Opens the form, says why, takes it: all with keys, from where the address leads. */
async function take(page: Page, address: string, { form, format, begins }: Taking): Promise<void> {
  await page.goto("about:blank");
  await page.goto(`${address}#${form}`);
  const box = page.locator(`#${form}`);
  await keyboard.press(box.locator("summary"));
  await keyboard.type(page.locator(`#${form}-purpose`), "Seen whether it can be taken away");
  const downloading = page.waitForEvent("download");
  await keyboard.press(box.locator(`button[value=${format}]`));
  const bytes = readFileSync(await (await downloading).path());
  expect(bytes.length).toBeGreaterThan(40);
  expect(bytes.toString("utf8", 0, 400)).toMatch(begins);
}

/** The first of a list. */
async function firstOf(page: Page, list: string, link: string): Promise<string> {
  await page.goto(list);
  return (await page.locator(`main a[href^="${link}"]`).first().getAttribute("href"))!.split(/[?#]/)[0]!;
}

test("descriptions, people, lists and the bag of a case are taken away with keys alone", async ({
  browser,
}) => {
  const desk = await Desk.open(browser, keyboard);
  const { t } = desk;
  try {
    const page = await desk.as("archivist1");
    await test.step("a file, as a finding aid and as a table", async () => {
      const file = await firstOf(page, "/files?view=list", "/files/");
      await take(page, file, { form: "export", format: "ead3", begins: /^<\?xml[^]*<ead/ });
      await take(page, file, { form: "export", format: "atom", begins: /^\uFEFF?legacyId,/ });
    });

    await test.step("people, as authority records, and not without a purpose", async () => {
      await page.goto("/people#export");
      await keyboard.press(page.locator("#export summary"));
      await keyboard.press(page.locator("#export button"));
      await expect(page.locator("#export-purpose-error")).toContainText(t("people.export.purposeMissing"));
      await take(page, "/people", { form: "export", format: "atom", begins: csv });
    });

    await test.step("lists, as they are filtered", async () => {
      for (const list of ["/cases?stage=rehabilitated", "/people", "/files?view=list"])
        await take(page, list, { form: "take", format: "csv", begins: csv });
    });

    await test.step("the dossier of a case, as a bag", async () => {
      const member = await desk.as("member1");
      const kase = await firstOf(member, "/cases", "/cases/");
      await take(member, kase, { form: "take", format: "bag", begins: /^PK\u0003\u0004/ });
    });
    expect(desk.pointerUses()).toBe(0);
  } finally {
    await desk.close();
  }
});
