import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { launchBrowser } from "@/e2e/support/browser";
import { faultsOf, listen } from "@/e2e/support/look";
import { addressOf, unmatchedVisits, visitorOf, visits, type Visit } from "@/e2e/support/pages";
import { baseUrl, signIn } from "@/e2e/support/sign-in";
import { localeCookie, locales, type Locale } from "@/lib/i18n/locales";
import { themeCookie, type Theme } from "@/lib/preferences";

const folder = "screens";
const widths = [1440, 390];
const shownThemes: Theme[] = ["light", "dark"];

type State = Awaited<ReturnType<BrowserContext["storageState"]>>;
type Setting = { locale: Locale; theme: Theme; width: number };

/** Every page × language × width × theme as a picture; ends with 1 when any of them has a fault. */
async function main(only: string | undefined): Promise<number> {
  const unmatched = unmatchedVisits();
  const routes = Object.keys(visits).filter((route) => !only || route.includes(only));
  if (!only) await rm(folder, { recursive: true, force: true });
  const browser = await launchBrowser();
  const faults = [...unmatched];
  try {
    const logins = new Map<string, string>();
    const states = await signEverybodyIn(browser, routes, logins);
    for (const setting of allSettings()) {
      for (const [login, state] of states) {
        const theirs = routes.filter((route) => logins.get(route) === login);
        faults.push(...(await drawAll(browser, theirs, state, setting)));
      }
    }
  } finally {
    await browser.close();
  }
  for (const fault of faults) console.error(fault);
  console.log(`${routes.length} pages in ${folder}/, ${faults.length} faults`);
  return faults.length === 0 && routes.length > 0 ? 0 : 1;
}

function allSettings(): Setting[] {
  return locales.flatMap((locale) =>
    widths.flatMap((width) => shownThemes.map((theme) => ({ locale, theme, width }))),
  );
}

/** Sessions by login; the empty one is nobody's. `logins` says who visits which page. */
async function signEverybodyIn(
  browser: Browser,
  routes: string[],
  logins: Map<string, string>,
): Promise<Map<string, State | undefined>> {
  const states = new Map<string, State | undefined>();
  for (const route of routes) {
    const person = await visitorOf(visits[route]!, browser);
    logins.set(route, person?.login ?? "");
    if (states.has(person?.login ?? "")) continue;
    const context = await browser.newContext();
    if (person) await signIn(await context.newPage(), person);
    states.set(person?.login ?? "", person ? await context.storageState() : undefined);
    await context.close();
  }
  return states;
}

async function drawAll(
  browser: Browser,
  routes: string[],
  storageState: State | undefined,
  { locale, theme, width }: Setting,
): Promise<string[]> {
  const height = width < 600 ? 844 : 900;
  const context = await browser.newContext({ baseURL: baseUrl, viewport: { width, height }, storageState });
  await context.addCookies([
    { name: localeCookie, value: locale, url: baseUrl },
    { name: themeCookie, value: theme, url: baseUrl },
  ]);
  const faults: string[] = [];
  for (const route of routes) {
    const name = `${route.replace(/^\//, "").replace(/[/[\]#]+/g, "-") || "queue"}`;
    const file = `${name}.${locale}.${width}.${theme}.png`;
    const found = await drawOne(context, route, locale, path.join(folder, file));
    faults.push(...found.map((fault) => `${file}: ${fault}`));
  }
  await context.close();
  return faults;
}

const addresses = new Map<string, string | null>();

/** Looked up once: a list shows the same to the same person in every language and width. */
async function findAddress(page: Page, route: string, visit: Visit, locale: Locale): Promise<string | null> {
  const key = route.includes("[locale]") ? `${route} ${locale}` : route;
  if (!addresses.has(key)) addresses.set(key, await addressOf(page, route, visit, locale));
  return addresses.get(key) ?? null;
}

async function drawOne(
  context: BrowserContext,
  route: string,
  locale: Locale,
  file: string,
): Promise<string[]> {
  const page = await context.newPage();
  try {
    const visit = visits[route];
    const address = visit && (await findAddress(page, route, visit, locale));
    if (!address) return ["no address found in the list it is taken from"];
    const heard = listen(page);
    const response = await page.goto(address, { waitUntil: "load" });
    await page.evaluate(() => document.fonts.ready);
    // Hydration complains a moment after the page has loaded; a draft is made before its editor is there.
    await page.waitForTimeout(250);
    await page.locator("main .animate-spin").first().waitFor({ state: "detached" });
    const faults = await faultsOf(page);
    if (!response?.ok()) faults.push(`answered ${response?.status() ?? "nothing"}`);
    const language = await page.locator("html").getAttribute("lang");
    if (language !== locale) faults.push(`is in ${language ?? "no language"}`);
    await mkdir(folder, { recursive: true });
    await page.screenshot({ path: file, fullPage: true });
    return [...faults, ...heard];
  } finally {
    await page.close();
  }
}

process.exitCode = await main(process.argv[2]);
