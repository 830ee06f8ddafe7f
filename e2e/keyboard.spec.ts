import { expect, test } from "@playwright/test";
import { Desk } from "./support/desk";
import { tabTo } from "./support/input";
import { accountOf } from "./support/session";

test.describe.configure({ timeout: 180_000 });

test("a member goes from the queue to a signature by keyboard alone", async ({ browser }) => {
  const desk = await Desk.open(browser);
  const { t } = desk;
  try {
    const page = await desk.as("member5", "/?what=sign&kind=rehabilitation");
    const rows = page.getByRole("table", { name: t("queue.caption") }).locator("tbody tr");
    await expect(rows.first()).toBeVisible();
    await test.step("the first Tab leads past the menu", async () => {
      await page.keyboard.press("Tab");
      await expect(page.getByRole("link", { name: t("shell.skip") })).toBeFocused();
      await page.keyboard.press("Enter");
    });
    await test.step("j, k and Enter walk the queue", async () => {
      await page.keyboard.press("j");
      await page.keyboard.press("j");
      await page.keyboard.press("k");
      await expect(rows.first().getByRole("link").first()).toBeFocused();
      // Undisputed, and answered for: what is disputed may ask for more than a password.
      const remark = t("queue.single", { why: "@" }).split("@")[0]!;
      const at = rows.and(page.locator("[data-selected]"));
      while (new RegExp(`${remark}|${t("queue.conflictFirst")}`).test(await at.innerText()))
        await page.keyboard.press("j");
      await expect(at.getByRole("link").first()).toBeFocused();
      await page.keyboard.press("Enter");
      await page.waitForURL("**/cases/*");
    });
    await test.step("from the case to the sign screen", async () => {
      await tabTo(page.getByRole("link", { name: t("sign.read"), exact: true }));
      await page.keyboard.press("Enter");
      await page.waitForURL("**/sign?act=sign");
    });
    await test.step("the password, Enter, the receipt", async () => {
      await tabTo(page.getByLabel(t("acts.field.password"), { exact: true }));
      await page.keyboard.type(accountOf("member5").password);
      await page.keyboard.press("Enter");
      await page.waitForURL("**/receipt/*");
      await expect(page.getByRole("heading", { level: 1, name: t("sign.receipt.title") })).toBeVisible();
    });
    await test.step("and back to what waits", async () => {
      await tabTo(page.getByRole("link", { name: t("sign.receipt.queue") }));
      await page.keyboard.press("Enter");
      await page.waitForURL((url) => url.pathname === "/");
    });
  } finally {
    await desk.close();
  }
});
