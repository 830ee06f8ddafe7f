import { readFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import { z } from "zod";
import { roles } from "@/lib/law/words";

const account = z.object({ login: z.string(), name: z.string(), role: z.enum(roles), password: z.string() });
export type DemoAccount = z.infer<typeof account>;

/** Where the application answers. */
export const baseUrl = process.env.AQTALU_URL ?? `http://localhost:${process.env.PORT ?? 3000}`;

/** The demo cast with the passwords generated at its first start. */
export function demoAccounts(): DemoAccount[] {
  const file = path.join(process.env.AQTALU_DATA ?? ".aqtalu", "demo-accounts.json");
  return z.array(account).parse(JSON.parse(readFileSync(file, "utf8")));
}

/** The `which`-th person of the demo cast who holds a role. */
export function demoAccount(role: DemoAccount["role"], which = 0): DemoAccount {
  const found = demoAccounts().filter((person) => person.role === role)[which];
  if (!found) throw new Error(`the demo cast has no ${role} number ${which + 1}`);
  return found;
}

/** Signs in through the page, as a person does. */
export async function signIn(page: Page, person: Pick<DemoAccount, "login" | "password">): Promise<void> {
  await page.goto(`${baseUrl}/sign-in`);
  await page.locator("[name=login]").fill(person.login);
  await page.locator("[name=password]").fill(person.password);
  await page.locator("form:has([name=password]) button[type=submit]").click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
}
