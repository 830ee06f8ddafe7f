import { spawnSync } from "node:child_process";
import { chromiumPath } from "@/e2e/support/browser";
import { halt } from "./halt";

/** The browser that tests drive: Debian's, installed where that is possible. */
export async function needChromium(say: (line: string) => void): Promise<void> {
  if (chromiumPath()) return;
  if (process.getuid?.() === 0) {
    say("Installing Chromium for the browser tests …");
    const apt = (...args: string[]) => spawnSync("apt-get", args, { stdio: ["ignore", "ignore", "inherit"] });
    apt("update", "-q");
    apt("install", "-y", "-q", "--no-install-recommends", "chromium");
  }
  if (chromiumPath()) return;
  throw halt(
    "The browser tests need Chromium, and there is none: install it (apt-get install -y chromium) " +
      "or name one in AQTALU_CHROMIUM.",
  );
}
