import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { Desk } from "./support/desk";
import { acceptedNotice } from "./support/send-list";

test.describe.configure({ timeout: 180_000 });
const wcag = ["wcag2a", "wcag2aa", "wcag22aa"];

test("an archivist leaves out who is perhaps the same person, with keys alone, and takes what is then shown", async ({
  browser,
}) => {
  const desk = await Desk.open(browser);
  const { t } = desk;
  const fonds = String(Date.now() % 1_000_000);
  const name = `Екі-рет Тұрған ${fonds}`;
  const table = [
    "Архив;Фонд;Опись;Номер дела;ФИО;Дата рождения;Дата репрессии",
    `Тестовый архив;${fonds};1;1;${name};1899;1937`,
    `Тестовый архив;${fonds};1;2;Еки-рет Турган ${fonds};1899;1937`,
  ].join("\n");
  try {
    const page = await desk.as("archivist1", "/intake");
    const file = { name: "choice.csv", mimeType: "text/csv", buffer: Buffer.from(table) };
    await page.locator("input[type=file]").setInputFiles(file);
    await page.getByRole("button", { name: t("intake.upload.submit"), exact: true }).click();
    await page.waitForURL("**/intake/*");
    const button = (key: string) => page.getByRole("button", { name: t(key), exact: true });
    const counted = page.getByRole("columnheader", { name: t("intake.counts.left"), exact: true });
    await expect(button("intake.accept.submit")).toBeVisible({ timeout: 60_000 });
    await expect(counted).toHaveCount(0);
    expect((await new AxeBuilder({ page }).withTags(wcag).analyze()).violations).toEqual([]);

    const suspects = page.getByRole("region", { name: t("intake.suspects.caption") });
    const box = suspects.getByRole("checkbox");
    await expect(suspects).toContainText(name);
    await box.focus();
    await page.keyboard.press("Space");
    await expect(button("intake.accept.submit")).toHaveCount(0);
    await page.keyboard.press("Space");
    await expect(button("intake.accept.submit")).toBeVisible();
    await page.keyboard.press("Space");
    await button("intake.choice.submit").focus();
    await page.keyboard.press("Enter");

    await expect(button("intake.choice.takeAll")).toBeVisible({ timeout: 60_000 });
    await expect(counted).toBeVisible();
    await expect(suspects).toHaveCount(0);
    // What is shown is compared with the choice: it may be accepted as it is.
    await expect(button("intake.accept.submit")).toBeVisible();
    await expect(button("intake.accept.compareAgain")).toHaveCount(0);
    expect((await new AxeBuilder({ page }).withTags(wcag).analyze()).violations).toEqual([]);
    await button("intake.choice.takeAll").focus();
    await page.keyboard.press("Enter");
    await expect(suspects).toBeVisible({ timeout: 60_000 });
    await box.focus();
    await page.keyboard.press("Space");
    await button("intake.accept.compareAgain").focus();
    await page.keyboard.press("Enter");
    await expect(counted).toBeVisible({ timeout: 60_000 });

    await button("intake.accept.submit").click();
    await expect(acceptedNotice(page, t)).toBeVisible({ timeout: 60_000 });
    const people = page.getByRole("row").filter({
      has: page.getByRole("rowheader", { name: t("intake.noun.person"), exact: true }),
    });
    await expect(people.getByRole("cell")).toHaveText(["1", "0", "0", "0", "1"]);
  } finally {
    await desk.close();
  }
});
