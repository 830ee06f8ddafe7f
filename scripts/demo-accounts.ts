import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Settings } from "./settings";

export type DemoAccount = { login: string; name: string; role: string; password: string };

const fileOf = (data: string): string => path.join(data, "demo-accounts.json");

/** Kept for the next start and for tests; only whoever started Aqtalu can read it. */
export async function keepDemoAccounts(data: string, accounts: DemoAccount[]): Promise<void> {
  await writeFile(fileOf(data), `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 });
}

export async function readDemoAccounts(data: string): Promise<DemoAccount[]> {
  const text = await readFile(fileOf(data), "utf8").catch(() => "[]");
  return JSON.parse(text) as DemoAccount[];
}

/** The address, and who to sign in as. */
export async function printWelcome(settings: Settings, say: (line: string) => void): Promise<void> {
  const accounts = settings.demo ? await readDemoAccounts(settings.data) : [];
  const width = (key: keyof DemoAccount): number => Math.max(0, ...accounts.map((one) => one[key].length));
  const [login, password] = [width("login"), width("password")];
  if (accounts.length > 0) {
    say(
      `\nSample archive: every person and case in it is invented. Sign in as (also in ${fileOf(settings.data)}):\n`,
    );
    for (const one of accounts) {
      say(`  ${one.login.padEnd(login)}  ${one.password.padEnd(password)}  ${one.name}, ${one.role}`);
    }
  }
  say(`\nAqtalu is at ${settings.url}   (Ctrl-C ends it)\n`);
}
