import { readFileSync } from "node:fs";
import { expect, test, type Page } from "@playwright/test";
import { Desk } from "./support/desk";
import { keyboard } from "./support/input";

/** Of a page: its form, what is taken, and how that begins. */
type Taking = { form: "export" | "take"; format: string; begins: RegExp };
const csv = /^\uFEFF?"?[\p{L}]/u;

/** Opens the form, says why, takes it: all with keys. */
async function take(desk: Desk, page: Page, { form, format, begins }: Taking): Promise<void> {
  const box = page.locator(`#${form}`);
  await keyboard.press(box.locator("summary"));
  await keyboard.type(page.locator(`#${form}-purpose`), "Seen whether it can be taken away");
  const downloading = page.waitForEvent("download");
  await keyboard.press(box.locator(`button[value=${format}]`));
  const bytes = readFileSync(await (await downloading).path());
  expect(bytes.length).toBeGreaterThan(40);
  expect(bytes.toString("utf8", 0, 400)).toMatch(begins);
  expect(desk.pointerUses()).toBe(0);
}

/** Narrows a list to what its first row is called, so that Tab does not have to pass all of it. */
async function narrowed(page: Page, list: string, link: string): Promise<void> {
  await page.goto(list);
  const name = await page.locator(`main table a[href^="${link}"]`).first().innerText();
  await page.goto(`${list}${list.includes("?") ? "&" : "?"}q=${encodeURIComponent(name)}`);
}

test("descriptions, people, lists and the bag of a case are taken away with keys alone", async ({
  browser,
}) => {
  const desk = await Desk.open(browser, keyboard);
  const { t } = desk;
  try {
    await test.step("a file, as a finding aid and as a table", async () => {
      const page = await desk.as("archivist1", "/files?view=list");
      const href = await page.locator('main a[href^="/files/"]').first().getAttribute("href");
      const form = "export";
      await page.goto(href!);
      await take(desk, page, { form, format: "ead3", begins: /^<\?xml[^]*<ead/ });
      await page.goto(href!);
      await take(desk, page, { form, format: "atom", begins: /^\uFEFF?legacyId,/ });
    });

    await test.step("people, as authority records, and not without a purpose", async () => {
      const page = await desk.as("archivist1");
      await narrowed(page, "/people", "/people/");
      await keyboard.press(page.locator("#export summary"));
      await keyboard.press(page.locator("#export button"));
      await expect(page.locator("#export-purpose-error")).toHaveText(t("people.export.purposeMissing"));
      await narrowed(page, "/people", "/people/");
      await take(desk, page, { form: "export", format: "atom", begins: csv });
    });

    for (const [list, link] of [
      ["/cases", "/cases/"],
      ["/people", "/people/"],
    ] as const)
      await test.step(`the list ${list}`, async () => {
        const page = await desk.as("archivist1");
        await narrowed(page, list, link);
        await take(desk, page, { form: "take", format: "csv", begins: csv });
      });

    await test.step("the dossier of a case, as a bag", async () => {
      const page = await desk.as("member1", "/cases");
      const href = await page.locator('main a[href^="/cases/"]').first().getAttribute("href");
      await page.goto(href!);
      await take(desk, page, { form: "take", format: "bag", begins: /^PK\u0003\u0004/ });
    });
  } finally {
    await desk.close();
  }
});
