import { readdirSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import type { DemoAccount } from "./sign-in";

/**
 * How a page is visited: by whom (nobody is not signed in) and, for an address with dynamic parts, from
 * which list the first link of that form is taken, or under which fixed address it stands.
 */
export type Visit = { as: DemoAccount["role"] | "nobody"; from?: string; at?: string };

/** One row a page; a page of app/ without a row fails the screens and the accessibility tests. */
export const visits: Record<string, Visit> = {
  "/[locale]": { as: "nobody" },
  "/sign-in": { as: "nobody" },
  "/sign-in/password": { as: "expert" },
};

/** The addresses that the pages of app/ answer, groups in brackets left out. */
export function pageRoutes(folder = "app"): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => path.basename(file) === "page.tsx")
    .map((file) => path.dirname(file).split(path.sep))
    .map((parts) => `/${parts.filter((part) => part !== "." && !/^\(.*\)$/.test(part)).join("/")}`)
    .sort();
}

/** Pages without a row, and rows without a page. */
export function unmatchedVisits(routes = pageRoutes()): string[] {
  const missing = routes.filter((route) => !visits[route]).map((route) => `no visit for ${route}`);
  const stale = Object.keys(visits).filter((route) => !routes.includes(route));
  return [...missing, ...stale.map((route) => `no page for the visit ${route}`)];
}

/** The address of a page in a language; null when the list it is taken from has no such link. */
export async function addressOf(
  page: Page,
  route: string,
  visit: Visit,
  locale: string,
): Promise<string | null> {
  const known = (visit.at ?? route).replace("[locale]", locale);
  if (!known.includes("[")) return known;
  if (!visit.from) throw new Error(`${route}: say from which list the address is taken`);
  await page.goto(visit.from.replace("[locale]", locale));
  const form = new RegExp(
    `^${known.replace(/\[\.{3}\w+\]/g, ".+").replace(/\[\w+\]/g, "[^/?#]+")}(?:[?#]|$)`,
  );
  const links = await page
    .locator("a[href]")
    .evaluateAll((all) => all.map((a) => a.getAttribute("href") ?? ""));
  return links.find((href) => form.test(href)) ?? null;
}
