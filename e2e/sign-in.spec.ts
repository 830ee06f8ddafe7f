import { expect, test } from "@playwright/test";
import { demoAccounts, signIn } from "./support/sign-in";

test("everybody of the demo cast signs in and sees what waits for them", async ({ page, context }) => {
  // Twenty-three people, one after another.
  test.setTimeout(600_000);
  for (const person of demoAccounts()) {
    await context.clearCookies();
    await signIn(page, person);
    await expect(page.locator("main h1"), person.login).toBeVisible();
    await expect(page.locator("body"), person.login).toContainText(person.name);
  }
});

test("a wrong password is refused with words, and nobody is signed in", async ({ page }) => {
  const [person] = demoAccounts();
  await page.goto("/sign-in");
  await page.locator("[name=login]").fill(person!.login);
  await page.locator("[name=password]").fill("not the password");
  await page.locator("form:has([name=password]) button[type=submit]").click();
  await expect(page).toHaveURL(/\/sign-in/);
  await page.goto("/cases");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("a member opens the first case that waits, its history and its sheets", async ({ page }) => {
  const member = demoAccounts().find((person) => person.role === "member")!;
  await signIn(page, member);
  await page.locator('a[href^="/cases/"]').first().click();
  await page.waitForURL(/\/cases\/[0-9a-f-]{36}/);
  await expect(page.locator("main h1")).toBeVisible();
});
