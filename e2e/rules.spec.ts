import { AxeBuilder } from "@axe-core/playwright";
import { expect, test, type BrowserContext, type Page } from "@playwright/test";
import { localeCookie } from "@/lib/i18n/locales";
import { baseUrl, demoAccount, signIn, type DemoAccount } from "./support/sign-in";
import { wordsIn } from "./support/words";

/** To the change that the first administrator has proposed, as anybody finds it. */
async function enter(context: BrowserContext, page: Page, person: DemoAccount): Promise<void> {
  await signIn(page, person);
  await context.addCookies([{ name: localeCookie, value: "en", url: baseUrl }]);
  const t = await wordsIn("en");
  await page.goto("/rules");
  await page.getByRole("link", { name: t("rules.waiting.read") }).click();
  await expect(page.getByRole("heading", { name: t("rules.waiting.title") })).toBeVisible();
}

test("who proposed a change cannot confirm it, and is told who can", async ({ page, context }) => {
  const t = await wordsIn("en");
  await enter(context, page, demoAccount("administrator"));
  await expect(page.getByText(t("rules.refusal.notProposer"))).toBeVisible();
  await expect(page.getByLabel(t("rules.waiting.password"))).toHaveCount(0);
});

test("the second administrator sees what would change, and a wrong password confirms nothing", async ({
  page,
  context,
}) => {
  const t = await wordsIn("en");
  await enter(context, page, demoAccount("administrator", 1));
  const changed = page.getByRole("row").filter({ hasText: t("rules.compare.changed") });
  await expect(changed).toHaveCount(3);
  await expect(changed.first()).toContainText(t("rules.rule.members"));
  await expect(changed.first().locator("del")).toHaveText("2");
  await expect(changed.first().locator("ins")).toHaveText("3");
  await page.getByLabel(t("rules.waiting.password")).fill("not the password");
  await page.getByRole("button", { name: t("rules.waiting.confirm") }).click();
  await expect(page.locator("#password-error")).toContainText(t("input.passwordWrong"));
  await page.reload();
  await expect(page.getByText(t("rules.state.waiting")).first()).toBeVisible();
  await page.goto("/");
  await page.getByRole("link", { name: t("queue.backlog.rulesToConfirm") }).click();
  await expect(page.getByRole("link", { name: t("rules.waiting.read") })).toBeVisible();
});

test("everybody else reads it and has nothing to press", async ({ page, context }) => {
  const t = await wordsIn("en");
  await enter(context, page, demoAccount("member"));
  await expect(page.getByText(t("rules.waiting.asks"))).toBeVisible();
  await expect(page.locator("main form")).toHaveCount(0);
  const answer = await page.goto("/rules/new");
  expect(answer?.status()).toBe(404);
});

test("a change is turned down, and proposed anew with its difference before it is sent", async ({
  browser,
}) => {
  const t = await wordsIn("en");
  const contexts = [
    await browser.newContext({ baseURL: baseUrl }),
    await browser.newContext({ baseURL: baseUrl }),
  ];
  const [first, second] = (await Promise.all(contexts.map((context) => context.newPage()))) as [Page, Page];
  await signIn(second, demoAccount("administrator", 1));
  await second.context().addCookies([{ name: localeCookie, value: "en", url: baseUrl }]);
  await second.goto("/rules");
  // A run that broke off may have left none waiting.
  const waiting = second.getByRole("link", { name: t("rules.waiting.read") });
  if (await waiting.isVisible()) {
    await waiting.click();
    await second.getByText(t("rules.waiting.withdraw")).first().click();
    await second.getByLabel(t("rules.waiting.withdrawReason")).fill("The act names another day");
    await second.getByRole("button", { name: t("rules.waiting.withdraw") }).click();
    await expect(second.getByText(t("rules.state.withdrawn"), { exact: true })).toBeVisible();
  }

  await signIn(first, demoAccount("administrator"));
  await first.context().addCookies([{ name: localeCookie, value: "en", url: baseUrl }]);
  await first.goto("/rules");
  await first.getByRole("link", { name: t("rules.new.open") }).click();
  const { violations } = await new AxeBuilder({ page: first })
    .withTags(["wcag2a", "wcag2aa", "wcag22aa"])
    .analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await expect(first.getByText(t("rules.new.nothing"))).toBeVisible();

  const box = (name: string) => first.locator(`[name="${name}"]`);
  for (const [name, text] of Object.entries({ label: "Three members", act: "Order 4", reason: "More time" }))
    await box(name).fill(text);
  await box("rules.members").fill("1");
  await first.getByRole("button", { name: t("rules.new.submit") }).click();
  await expect(first.locator("[id='rules.members-error']")).toContainText(t("input.ruleBounds"));
  // What cannot be together is looked at once each rule is one by itself.
  await box("rules.members").fill("2");
  await box("rules.days.owners").fill("");
  await first.getByRole("button", { name: t("rules.new.submit") }).click();
  await expect(first.locator("[id='rules.days.owners-error']")).toContainText(t("input.ownersDays"));

  const wanted = {
    "rules.members": "3",
    "rules.days.owners": "30",
    "rules.days.study": "90",
    "rules.days.signing": "30",
  };
  for (const [name, text] of Object.entries(wanted)) await box(name).fill(text);
  // Version 1 is older than the rule on passkeys: saying no to it is a change as well.
  await expect(first.getByText(t("rules.compare.count", { count: 4 }))).toBeVisible();
  await first.getByRole("button", { name: t("rules.new.submit") }).click();
  await first.waitForURL(/\/rules\/\d+$/);
  await expect(first.getByText(t("rules.refusal.notProposer"))).toBeVisible();
  await second.goto("/rules");
  await expect(second.getByRole("link", { name: t("rules.waiting.read") })).toBeVisible();
  await Promise.all(contexts.map((context) => context.close()));
});
