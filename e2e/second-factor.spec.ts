import { expect, test, type Page } from "@playwright/test";
import { generate } from "otplib";
import { makeDoubled, type Doubled } from "./support/newcomer";
import { signIn } from "./support/sign-in";

test("after the password a code is asked for; each works once, and nothing is open before it", async ({
  browser,
}) => {
  const person = await makeDoubled(browser);
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await signIn(page, person);
    await expect(page).toHaveURL(/\/sign-in\/code/);
    for (const closed of ["/", "/profile", "/cases"]) {
      await page.goto(closed);
      await expect(page).toHaveURL(/\/sign-in\/code/);
    }
    expect((await page.request.get("/api/find?q=a")).status()).toBe(401);

    await test.step("a wrong code, and one that was used to set it up", async () => {
      await type(page, "000000");
      await expect(page.locator("[name=code]")).toHaveAttribute("aria-invalid", "true");
    });
    await test.step("a recovery code opens, and the same not again", async () => {
      await type(page, person.recovery[0]!.toUpperCase());
      await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
      const again = await (await browser.newContext()).newPage();
      await signIn(again, person);
      await type(again, person.recovery[0]!);
      await expect(again.locator("[name=code]")).toHaveAttribute("aria-invalid", "true");
      await freshCode(again, person);
      await again.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
      await again.goto("/profile");
      await expect(again.locator("main")).toContainText("9");
      await again.context().close();
    });
  } finally {
    await context.close();
  }
});

/** A code of a step of the clock that was not used yet. */
async function freshCode(page: Page, { secret }: Doubled): Promise<void> {
  const next = Math.floor(Date.now() / 1000) + 30;
  await type(page, await generate({ secret, epoch: next }));
}

async function type(page: Page, code: string): Promise<void> {
  await page.locator("[name=code]").fill(code);
  await page.locator("form:has([name=code]) button[type=submit]").click();
}
