import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { Desk } from "./support/desk";
import { acceptShown, ownWord, sendList } from "./support/send-list";

test.describe.configure({ timeout: 120_000 });

test("the columns of a list with headings of its own are told once, known from then on, and forgotten", async ({
  browser,
}) => {
  const desk = await Desk.open(browser);
  const { t } = desk;
  const word = ownWord();
  const fonds = String(Date.now() % 1_000_000);
  const name = `Реестр ${word}`;
  const columns = ["archive", "fonds", "inventory", "fileNumber", "sheets", ""];
  const list = (nth: number) =>
    `Хранилище;Ф-д;Оп-сь;Шифр;Листаж;${word}\nТестовый архив;${fonds};1;${nth};12;красный\n`;
  // The same headings in another order.
  const turned = (nth: number) =>
    `${word};Шифр;Оп-сь;Ф-д;Хранилище;Листаж\nсиний;${nth};1;${fonds};Тестовый архив;12\n`;
  try {
    const page = await desk.as("archivist1", "/intake");
    const asked = page.getByRole("heading", { name: t("intake.mapping.title") });
    const readAs = page.getByText(t("intake.mapping.as", { name }));
    const kept = page.getByRole("row").filter({ hasText: name });

    await test.step("what each column is, is asked, and kept under a name", async () => {
      await sendList(page, t, "first.csv", list(1));
      await expect(asked).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa"]).analyze();
      expect(violations.map(({ id }) => id)).toEqual([]);
      for (const [at, column] of columns.entries()) await page.locator(`#column-${at}`).selectOption(column);
      await page.getByLabel(t("intake.mapping.name")).fill(name);
      await page.getByRole("button", { name: t("intake.mapping.submit"), exact: true }).click();
      await expect(readAs).toBeVisible();
      await acceptShown(page, t);
    });

    await test.step("the next list is read by it", async () => {
      await sendList(page, t, "next.csv", turned(2));
      await expect(readAs).toBeVisible();
      await acceptShown(page, t);
    });

    await test.step("it is listed, deleted after a question, and the next list is asked about again", async () => {
      await page.goto("/intake");
      await expect(kept).toContainText(t("intake.mappings.read", { read: "5", count: "6" }));
      await kept.getByRole("button").click();
      const dialog = page.getByRole("dialog");
      await expect(dialog).toContainText(t("intake.mappings.forget.text"));
      await page.keyboard.press("Escape");
      await expect(kept).toHaveCount(1);
      await kept.getByRole("button").click();
      await dialog.getByRole("button", { name: t("intake.mappings.forget.button"), exact: true }).click();
      await expect(kept).toHaveCount(0);
      await sendList(page, t, "last.csv", list(3));
      await expect(asked).toBeVisible();
    });
  } finally {
    await desk.close();
  }
});
