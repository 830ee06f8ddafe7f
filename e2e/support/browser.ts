import { existsSync } from "node:fs";
import { chromium, type Browser } from "@playwright/test";

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome-stable"];

/** Switches that keep Chromium quiet and offline; its sandbox does not work for root. */
export const browserArguments = [
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

/** A Chromium that is installed, AQTALU_CHROMIUM first; null when there is none. */
export function chromiumPath(): string | null {
  const named = process.env.AQTALU_CHROMIUM;
  return [...(named ? [named] : []), ...places, chromium.executablePath()].find(existsSync) ?? null;
}

export async function launchBrowser(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (!executablePath) throw new Error("No Chromium found. Install one: apt-get install -y chromium");
  return chromium.launch({ executablePath, args: browserArguments });
}
