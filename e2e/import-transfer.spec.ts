import { AxeBuilder } from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { Desk } from "./support/desk";
import { acceptShown, sendList } from "./support/send-list";

async function sound(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa"]).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

test("an import is said to belong to a transfer, which shows to each what they may see of it", async ({
  browser,
}) => {
  const desk = await Desk.open(browser);
  const { t } = desk;
  const fonds = String(Date.now() % 1_000_000);
  const name = `list ${fonds}.csv`;
  try {
    const page = await desk.as("archivist1", "/transfers?state=checked");
    const link = page.locator('main table a[href^="/transfers/"]').first();
    const transfer = (await link.getAttribute("href"))!;
    const rows = [1, 2].map((nth) => `Тестовый архив;${fonds};1;${nth}`).join("\n");
    const address = await sendList(page, t, name, `Архив;Фонд;Опись;Дело\n${rows}\n`);
    await page.getByText(t("transfers.link.title"), { exact: true }).click();
    await page.getByLabel(t("transfers.link.field")).selectOption(transfer.split("/").at(-1)!);
    await page.getByRole("button", { name: t("transfers.link.submit"), exact: true }).click();
    await expect(page.locator(`main a[href="${transfer}"]`)).toBeVisible();
    await acceptShown(page, t);
    await sound(page);

    await page.goto(transfer);
    await expect(page.getByRole("row").filter({ hasText: name })).toContainText("2");
    await sound(page);
    await page.getByRole("link", { name }).click();
    await page.waitForURL(`**${address}`);

    const auditor = await desk.as("auditor", transfer);
    await expect(auditor.getByRole("heading", { name: t("transfers.imports.title") })).toBeVisible();
    await expect(auditor.getByText(name)).toHaveCount(0);
    await auditor.goto("/history?act=link_import");
    await expect(auditor.getByText(name).first()).toBeVisible();
  } finally {
    await desk.close();
  }
});
