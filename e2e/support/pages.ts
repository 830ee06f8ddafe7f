import { readdirSync } from "node:fs";
import path from "node:path";
import type { Browser, Page } from "@playwright/test";
import { makeDoubled, makeNewcomer } from "./newcomer";
import { baseUrl, demoAccount, type DemoAccount } from "./sign-in";
import { sendImport } from "./send-import";

/**
 * How a page is visited: by whom (nobody is not signed in) and, for an address with dynamic parts, from
 * which list the first link of that form is taken, or under which fixed address it stands. A page that is two
 * links away names its way: the list, then the form of each page that leads on.
 */
export type Visit = {
  as: DemoAccount["role"] | "nobody" | "newcomer" | "doubled";
  /** Which of those who hold the role, where the first has nothing to see there. */
  nth?: number;
  from?: string | readonly string[];
  at?: string;
  /** What has to be there first, where the sample archive holds no such thing. */
  prepare?: (page: Page) => Promise<void>;
  /** Makes what is visited, where none is like it, and gives its address. */
  make?: (page: Page) => Promise<string>;
  /** What is asked of the page besides. */
  query?: string;
};

/**
 * One row a page; a page of app/ without a row fails the screens and the accessibility tests. A page that looks quite
 * different at times has a row for each: behind `#` stands what for.
 */
export const visits: Record<string, Visit> = {
  "/": { as: "member" },
  "/[locale]": { as: "nobody" },
  "/accounts": { as: "administrator" },
  "/accounts/[id]": { as: "administrator", from: "/accounts" },
  "/accounts/new": { as: "administrator" },
  "/assign": { as: "head" },
  "/cases": { as: "member" },
  "/cases#take": { as: "member", at: "/cases?take=purpose" },
  "/cases/[id]": { as: "member", from: "/?kind=rehabilitation" },
  "/cases/[id]#take": { as: "member", from: "/?kind=rehabilitation", query: "take=purpose" },
  "/cases/[id]/finding": { as: "expert", from: ["/?what=study&kind=rehabilitation", "/cases/[id]"] },
  "/cases/[id]/reading": { as: "expert", from: ["/?what=read&kind=rehabilitation", "/cases/[id]"] },
  "/conflicts": { as: "member", nth: 4 },
  "/files": { as: "archivist" },
  "/files/[id]": { as: "archivist", from: "/files?view=list" },
  "/files/[id]#export": { as: "archivist", from: "/files?view=list", query: "export=purpose" },
  "/files/[id]/link": {
    as: "archivist",
    from: ["/files?view=list&q=40+чел", "/files/[id]", "/files/[id]?tab=cases"],
  },
  "/files/[id]/register": { as: "archivist", from: ["/files?view=list&q=40+чел", "/files/[id]"] },
  "/files/[id]/sheets/[label]": {
    as: "archivist",
    from: ["/files?view=list&q=40+чел", "/files/[id]", "/files/[id]?tab=images"],
  },
  "/findings": { as: "expert" },
  "/findings/common/[id]": { as: "expert", from: "/findings" },
  "/findings/second-reading": { as: "expert" },
  "/history": { as: "auditor" },
  "/history/consistency": { as: "auditor" },
  "/history/entries/[id]": { as: "auditor", from: "/history?act=sign" },
  "/history/proofs": { as: "auditor" },
  "/history/reports": { as: "auditor" },
  "/history/sample": { as: "auditor" },
  "/history/sample/papers": { as: "auditor", at: "/history/sample/papers?seed=1937&n=3" },
  "/history/sheets": { as: "auditor" },
  "/intake": { as: "archivist" },
  "/intake/[id]": { as: "archivist", from: "/intake", prepare: sendTemplate },
  "/intake/[id]#mapping": { as: "archivist", make: sendUnknown },
  "/people": { as: "archivist" },
  "/people#export": { as: "archivist", at: "/people?export=purpose&take=purpose" },
  "/people/[id]": { as: "archivist", from: "/people" },
  "/people/[id]/cases/[case]": { as: "archivist", from: ["/people", "/people/[id]"] },
  "/people/[id]/compare/[other]": { as: "archivist", make: firstTwoPeople },
  "/proceedings/[id]": { as: "member", from: "/?kind=declassification" },
  "/proceedings/[id]/receipt/[signature]": { as: "member", from: ["/?kind=rehabilitation", "/cases/[id]"] },
  "/proceedings/[id]/sign": { as: "member", from: ["/?kind=rehabilitation", "/cases/[id]"] },
  "/profile": { as: "archivist" },
  "/registers": { as: "member" },
  "/rules": { as: "member" },
  // The second of them may confirm what the first has proposed.
  "/rules/[version]": { as: "administrator", nth: 1, from: "/rules" },
  "/rules/compare": { as: "auditor" },
  "/rules/new": { as: "administrator" },
  "/sign-in": { as: "nobody" },
  "/sign-in/code": { as: "doubled" },
  "/sign-in/password": { as: "newcomer" },
  "/transfers": { as: "archivist" },
  // One that is checked: the next step is the reader's.
  "/transfers/[id]": { as: "archivist", from: "/transfers?state=checked" },
  "/transfers/import": { as: "archivist" },
  "/transfers/new": { as: "archivist" },
  "/transfers/totals": { as: "auditor" },
};

/** Any two may be compared: the first two of the list. */
async function firstTwoPeople(page: Page): Promise<string> {
  await page.goto(`${baseUrl}/people`);
  const links = await page
    .locator('main a[href^="/people/"]')
    .evaluateAll((all) => all.map((a) => a.getAttribute("href")!));
  const [first, second] = [...new Set(links.filter((href) => /^\/people\/[0-9a-f-]{36}$/.test(href)))];
  return `${first}/compare/${second!.slice("/people/".length)}`;
}

type Visitor = Pick<DemoAccount, "login" | "password">;
let newcomer: Promise<Visitor> | undefined;
let doubled: Promise<Visitor> | undefined;

/** Who visits; null for somebody who is not signed in. */
export async function visitorOf({ as, nth }: Visit, browser: Browser): Promise<Visitor | null> {
  if (as === "nobody") return null;
  if (as === "doubled") return (doubled ??= makeDoubled(browser));
  return as === "newcomer" ? (newcomer ??= makeNewcomer(browser)) : demoAccount(as, nth);
}

/** The addresses that the pages of app/ answer, groups in brackets left out. */
export function pageRoutes(folder = "app"): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => path.basename(file) === "page.tsx")
    .map((file) => path.dirname(file).split(path.sep))
    .map((parts) => `/${parts.filter((part) => part !== "." && !/^\(.*\)$/.test(part)).join("/")}`)
    .sort();
}

const routeOf = (visit: string): string => visit.split("#")[0]!;

/** Pages without a row, and rows without a page. */
export function unmatchedVisits(routes = pageRoutes()): string[] {
  const missing = routes.filter((route) => !visits[route]).map((route) => `no visit for ${route}`);
  const stale = Object.keys(visits).filter((visit) => !routes.includes(routeOf(visit)));
  return [...missing, ...stale.map((route) => `no page for the visit ${route}`)];
}

/** The address of a page in a language; null when the list it is taken from has no such link. */
export async function addressOf(
  page: Page,
  route: string,
  visit: Visit,
  locale: string,
): Promise<string | null> {
  if (visit.make) return visit.make(page);
  const known = (visit.at ?? routeOf(route)).replace("[locale]", locale);
  if (!known.includes("[")) return known;
  if (!visit.from) throw new Error(`${route}: say from which list the address is taken`);
  const [list, ...way] = [visit.from].flat();
  let at: string | null = list!.replace("[locale]", locale);
  for (const next of [...way, known]) {
    if (at) at = await firstLink(page, at, next);
  }
  if (at && visit.query) return `${at}${at.includes("?") ? "&" : "?"}${visit.query}`;
  if (at || !visit.prepare) return at;
  await visit.prepare(page);
  return addressOf(page, route, { ...visit, prepare: undefined }, locale);
}

/** The first link of that form which the page at an address holds. */
async function firstLink(page: Page, at: string, next: string): Promise<string | null> {
  const open = next
    .replaceAll("?", "\\?")
    .replace(/\[\.{3}\w+\]/g, ".+")
    .replace(/\[\w+\]/g, "(?!(?:new|import|totals)(?:[?#]|$))[^/?#]+");
  const form = new RegExp(`^${open}(?:[?#&]|$)`);
  await page.goto(at);
  const links = await page
    .locator("a[href]")
    .evaluateAll((all) => all.map((a) => a.getAttribute("href") ?? ""));
  return links.find((href) => form.test(href)) ?? null;
}

/** An import as a proposal: the sample has accepted all of its own. */
async function sendTemplate(page: Page): Promise<void> {
  const template = await page.request.get(`${baseUrl}/api/intake/template`);
  await sendAs(page, "template.csv", await template.body());
}

/** A table with headings of its own, of which its columns are asked for. */
async function sendUnknown(page: Page): Promise<string> {
  const table = "Хранилище;Ф-д;Оп-сь;Шифр;Листаж;Переплёт\nЦГА;77;1;1;12;красный\nЦГА;77;1;2;40;синий\n";
  return `/intake/${await sendAs(page, "headings.csv", Buffer.from(table))}`;
}

async function sendAs(page: Page, name: string, bytes: Uint8Array): Promise<string> {
  const cookies = await page.context().cookies(baseUrl);
  const cookie = cookies.map(({ name: key, value }) => `${key}=${value}`).join("; ");
  return sendImport(cookie, name, bytes);
}
