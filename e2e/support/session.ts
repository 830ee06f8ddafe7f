import { existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { localeCookie, type Locale } from "@/lib/i18n/locales";
import { baseUrl, demoAccounts, signIn, type DemoAccount } from "./sign-in";

/** Beside the traces: the test runner empties it before every run. */
const folder = path.join("test-results", "sessions", new URL(baseUrl).port);

export function accountOf(login: string): DemoAccount {
  const found = demoAccounts().find((account) => account.login === login);
  if (!found) throw new Error(`nobody of the demo cast signs in as ${login}`);
  return found;
}

/** A browser in which this person is signed in: through the page the first time, from then on as it was kept. */
export async function contextOf(browser: Browser, login: string, locale: Locale): Promise<BrowserContext> {
  const kept = path.join(folder, `${login}.json`);
  const known = existsSync(kept);
  const context = await browser.newContext({ baseURL: baseUrl, storageState: known ? kept : undefined });
  if (!known) {
    mkdirSync(folder, { recursive: true });
    const page = await context.newPage();
    await signIn(page, accountOf(login));
    await page.close();
    await context.storageState({ path: kept });
  }
  await context.addCookies([{ name: localeCookie, value: locale, url: baseUrl }]);
  return context;
}

/** A page of its own for somebody of the demo cast. */
export async function pageOf(browser: Browser, login: string, locale: Locale = "en"): Promise<Page> {
  return (await contextOf(browser, login, locale)).newPage();
}
