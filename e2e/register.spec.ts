import { expect, test } from "@playwright/test";
import { Desk } from "./support/desk";
import { accountOf } from "./support/session";

test.describe.configure({ timeout: 240_000 });

/** Of the sample's list of special settlers at least so many stand undisputed before the commission. */
const enough = 180;

test("a member signs the special settlers by register: one password, a result for each", async ({
  browser,
}) => {
  const desk = await Desk.open(browser);
  const { t } = desk;
  let actions = 0;
  const done = async (what: Promise<unknown>): Promise<void> => {
    actions += 1;
    await what;
  };
  try {
    const page = await desk.as("member3", "/");
    const shortcuts = page.getByRole("region", { name: t("queue.register.title") });
    await done(shortcuts.locator("a[href*='act=sign'][href*='outcome=full']").click());
    const table = page.getByRole("table", { name: t("acts.register.caption") });
    await expect(table).toBeVisible();
    const listed = await table.locator("tbody tr").count();
    const items = await page.locator("input[name=item]").count();
    expect(items).toBeGreaterThan(enough);

    await done(page.locator("main input[name=password]").fill(accountOf("member3").password));
    const submit = page.getByRole("button", { name: t("acts.signMany", { count: items }) });
    await done(submit.click());

    const results = page.getByRole("table", { name: t("acts.results.caption") });
    await expect(results).toBeVisible({ timeout: 120_000 });
    await expect(results.locator("tbody tr")).toHaveCount(items);
    await expect(results.getByText(t("acts.results.no"), { exact: true })).toHaveCount(0);
    expect(actions).toBeLessThanOrEqual(10);

    await test.step("each item has a signature of its own, marked as given by register", async () => {
      await results.locator("tbody tr a").first().click();
      const receipt = page.locator("aside a[href*='/receipt/']", { hasText: accountOf("member3").name });
      await receipt.click();
      await page.waitForURL("**/receipt/*");
      await expect(page.getByText(t("sign.receipt.register")).first()).toBeVisible();
    });
    await test.step("what is signed no longer waits", async () => {
      await page.goto("/registers?act=sign&kind=rehabilitation&step=signing&outcome=full");
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(page.locator("main tbody tr")).toHaveCount(listed - items);
    });
  } finally {
    await desk.close();
  }
});
