import type { Browser } from "@playwright/test";
import { baseUrl, demoAccount, signIn } from "./sign-in";

/** Somebody whose account an administrator has just made: the password is chosen at the first sign-in. */
export async function makeNewcomer(browser: Browser): Promise<{ login: string; password: string }> {
  const context = await browser.newContext({ baseURL: baseUrl });
  try {
    const page = await context.newPage();
    await signIn(page, demoAccount("administrator"));
    await page.goto("/accounts/new");
    const login = `newcomer${Date.now().toString(36)}`;
    await page.locator("[name=name]").fill("Жаңадан Келген");
    await page.locator("[name=login]").fill(login);
    await page.locator("main form button[type=submit]").click();
    return { login, password: await page.locator("main code").innerText() };
  } finally {
    await context.close();
  }
}
