import { expect, test } from "@playwright/test";
import anyAscii from "any-ascii";
import { Desk } from "./support/desk";

test.describe.configure({ timeout: 120_000 });

/** As somebody writes it down who has only heard it: in Latin letters, with a letter too few. */
function misheard(name: string): string {
  const [surname = "", ...others] = anyAscii(name).split(" ");
  return [surname.slice(0, 3) + surname.slice(4), ...others.slice(0, 1)].join(" ");
}

test("a person is found by a misspelt Latin name, while it is typed and as a search, by keyboard alone", async ({
  browser,
}) => {
  const desk = await Desk.open(browser);
  const { t } = desk;
  try {
    const page = await desk.as("member1", "/people");
    const link = page.getByRole("table").locator("tbody tr").nth(2).getByRole("link").first();
    const name = (await link.innerText()).trim();
    const address = (await link.getAttribute("href"))!;
    const box = page.getByRole("combobox", { name: t("people.find.search") });
    await test.step("who may be meant is shown under the box", async () => {
      await box.focus();
      await page.keyboard.type(misheard(name), { delay: 20 });
      const meant = page.getByRole("option", { name });
      await expect(meant.first()).toBeVisible();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await page.waitForURL("**/people/*-*");
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    });
    await test.step("Enter alone searches, and the answer says why", async () => {
      await page.goto("/people");
      await box.focus();
      await page.keyboard.type(misheard(name));
      await page.keyboard.press("Enter");
      await page.waitForURL("**/people?q=*");
      const row = page.getByRole("row").filter({ has: page.locator(`a[href="${address}"]`) });
      await expect(row).toContainText(name);
      await expect(row).toContainText(" = ");
    });
    await test.step("a year in which nobody of that name was born finds nobody, and one goes back to all", async () => {
      await page.getByLabel(t("people.find.born")).fill("2001");
      await page.keyboard.press("Enter");
      await expect(page.getByText(t("people.nobody"))).toBeVisible();
      await page.getByRole("link", { name: t("people.all") }).click();
      await expect(page.getByRole("table")).toBeVisible();
      await expect(box).toHaveValue("");
    });
    await test.step("the palette finds them, too", async () => {
      await page.keyboard.press("Control+k");
      await page.keyboard.type(misheard(name), { delay: 20 });
      await expect(page.getByRole("option", { name }).first()).toBeVisible();
      await page.keyboard.press("Escape");
    });
  } finally {
    await desk.close();
  }
});
