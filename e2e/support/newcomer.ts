import { expect, type Browser } from "@playwright/test";
import { generate } from "otplib";
import { baseUrl, demoAccount, signIn } from "./sign-in";

type Newcomer = { login: string; password: string };

/** Somebody whose account an administrator has just made: the password is chosen at the first sign-in. */
export async function makeNewcomer(browser: Browser): Promise<Newcomer> {
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

/** A newcomer who has chosen a password. */
export async function makeSettled(browser: Browser): Promise<Newcomer> {
  const { login, password } = await makeNewcomer(browser);
  const context = await browser.newContext({ baseURL: baseUrl });
  try {
    const page = await context.newPage();
    await signIn(page, { login, password });
    const chosen = `own words ${login.split("").reverse().join("")}`;
    await page.locator("[name=password]").fill(chosen);
    await page.locator("[name=again]").fill(chosen);
    await page.locator("main form button[type=submit]").click();
    await page.waitForURL(`${baseUrl}/`);
    return { login, password: chosen };
  } finally {
    await context.close();
  }
}

export type Doubled = Newcomer & { secret: string; recovery: string[] };

/** A newcomer who has set up a second check. */
export async function makeDoubled(browser: Browser): Promise<Doubled> {
  const person = await makeSettled(browser);
  const context = await browser.newContext({ baseURL: baseUrl });
  try {
    const page = await context.newPage();
    await signIn(page, person);
    await page.goto("/profile");
    await page.locator("#factor-password").fill(person.password);
    await page.locator("form:has(#factor-password) button[type=submit]").click();
    const form = page.locator("form:has(#factor-code)");
    const secret = await form.locator("code").innerText();
    await form.locator("#factor-code").fill(await generate({ secret }));
    await form.locator("button[type=submit]").click();
    const codes = page.locator("main ul code");
    await expect(codes).toHaveCount(10);
    return { ...person, secret, recovery: await codes.allInnerTexts() };
  } finally {
    await context.close();
  }
}
