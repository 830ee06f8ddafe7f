import { AxeBuilder } from "@axe-core/playwright";
import { expect, test, type Browser, type BrowserContext } from "@playwright/test";
import { locales, localeCookie, type Locale } from "@/lib/i18n/locales";
import { listen } from "./support/look";
import { addressOf, pageRoutes, unmatchedVisits, visitorOf, visits, type Visit } from "./support/pages";
import { baseUrl, signIn } from "./support/sign-in";

const rules = ["wcag2a", "wcag2aa", "wcag22aa"];
const addresses = new Map<string, string | null>();
const contexts = new Map<string, BrowserContext>();

test.describe.configure({ timeout: 60_000 });

test("every page of app/ has a visit, and every visit a page", () => {
  expect(pageRoutes().length).toBeGreaterThan(10);
  expect(unmatchedVisits()).toEqual([]);
});

for (const [route, visit] of Object.entries(visits)) {
  for (const locale of locales) {
    test(`${route} in ${locale} for ${visit.as}`, async ({ browser }) => {
      const context = await contextFor(browser, visit);
      await context.addCookies([{ name: localeCookie, value: locale, url: baseUrl }]);
      expect(await faultsOfVisit(context, route, visit, locale)).toEqual([]);
    });
  }
}

test.afterAll(async () => {
  for (const context of contexts.values()) await context.close();
});

/** One browser for each visitor, signed in once. */
async function contextFor(browser: Browser, visit: Visit): Promise<BrowserContext> {
  const visitor = await visitorOf(visit, browser);
  const login = visitor?.login ?? "";
  let context = contexts.get(login);
  if (!context) {
    context = await browser.newContext({ baseURL: baseUrl });
    if (visitor) await signIn(await context.newPage(), visitor);
    contexts.set(login, context);
  }
  return context;
}

/** What is wrong with a page: its answer, its language, its heading, its console, its accessibility. */
async function faultsOfVisit(
  context: BrowserContext,
  route: string,
  visit: Visit,
  locale: Locale,
): Promise<string[]> {
  const page = await context.newPage();
  try {
    const key = route.includes("[locale]") ? `${route} ${locale}` : route;
    if (!addresses.has(key)) addresses.set(key, await addressOf(page, route, visit, locale));
    const address = addresses.get(key);
    if (!address) return ["no link leads here"];
    const heard = listen(page);
    const response = await page.goto(address);
    const faults = response?.ok() ? [] : [`answered ${response?.status() ?? "nothing"}`];
    if (!new RegExp(`^${address.split(/[?#]/)[0]}$`).test(new URL(page.url()).pathname))
      faults.push(`led to ${new URL(page.url()).pathname}`);
    const language = await page.locator("html").getAttribute("lang");
    if (language !== locale) faults.push(`is in ${language ?? "no language"}`);
    // A heading that is drawn in the browser may take a moment, as may a complaint about it.
    await page.locator("h1").first().waitFor({ state: "visible" });
    await page.waitForTimeout(250);
    if ((await page.locator("h1").count()) !== 1) faults.push("has not exactly one first heading");
    const missing = (await page.locator("body").innerText()).match(/⟦[^⟧]*⟧/g) ?? [];
    const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
    const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
    faults.push(
      ...missing.map((word) => `no words for ${word}`),
      ...grave.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`),
    );
    return [...faults, ...heard];
  } finally {
    await page.close();
  }
}
