import { expect, test } from "@playwright/test";
import { Desk } from "./support/desk";

test.describe.configure({ timeout: 120_000 });

test("two registrations are compared, said to be one person, and separated again, by keyboard alone", async ({
  browser,
}) => {
  const desk = await Desk.open(browser);
  const { t } = desk;
  try {
    const page = await desk.as("archivist1", "/people");
    const links = page.getByRole("table").locator("tbody tr").getByRole("link");
    const [first, second] = [links.nth(0), links.nth(1)];
    const [own, other] = [(await first.getAttribute("href"))!, (await second.getAttribute("href"))!];
    const name = (await second.innerText()).trim();
    const compare = `${own}/compare/${other.slice("/people/".length)}`;
    await test.step("nothing is concluded without saying how one knows", async () => {
      await page.goto(compare);
      await page.getByRole("radio").first().focus();
      await page.keyboard.press("Space");
      await page.getByRole("button", { name: t("people.compare.submit") }).focus();
      await page.keyboard.press("Enter");
      await expect(page.getByRole("alert").first()).toBeVisible();
    });
    await test.step("they are one, and each shows the other", async () => {
      await page.getByLabel(t("people.compare.note")).focus();
      await page.keyboard.type("One questionnaire, sheet 3");
      await page.keyboard.press("Enter");
      await page.waitForURL(`**${own}?saved=compared*`);
      await expect(page.getByText(t("files.saved.compared"))).toBeVisible();
      await expect(page.getByText("One questionnaire, sheet 3").first()).toBeVisible();
      await page.getByRole("link", { name, exact: true }).focus();
      await page.keyboard.press("Enter");
      await page.waitForURL(`**${other}`);
      await expect(page.getByText(t("people.same.leads"), { exact: true })).toBeVisible();
    });
    await test.step("and they are two again", async () => {
      const registrations = page.locator("section").filter({ hasText: t("people.same.title") });
      await registrations.getByRole("link", { name: t("people.same.compare") }).focus();
      await page.keyboard.press("Enter");
      await page.getByLabel(t("people.compare.why")).focus();
      await page.keyboard.type("Two fathers");
      await page.keyboard.press("Enter");
      await page.waitForURL(`**${other}?saved=compared*`);
      await expect(page.getByText(t("people.same.title"))).toBeHidden();
    });
  } finally {
    await desk.close();
  }
});
