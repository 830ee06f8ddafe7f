// Runs before anything is installed: plain JavaScript and nothing but Node itself.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

const STAMP = "node_modules/.aqtalu-installed";

/** `npm ci` when the lockfile is not the one that was installed last. Returns whether it ran. */
export function installWhatIsMissing(say = console.log) {
  refuseOldNode();
  const wanted = createHash("sha256").update(readFileSync("package-lock.json")).digest("hex");
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === wanted) return false;
  const needed = !installedByHand();
  if (needed) {
    say("Installing what package-lock.json names …");
    if (!npm("ci", "pipe") && !npm("install --no-save", "inherit")) {
      console.error("The packages could not be installed: see what npm said above.");
      process.exit(1);
    }
  }
  writeFileSync(STAMP, wanted);
  return needed;
}

/**
 * `npm ci` refuses a lockfile that lacks packages for other systems, which a registry that does not carry
 * them leaves out of it; `npm install` takes the same versions and does not mind.
 */
function npm(command, stdio) {
  const args = [...command.split(" "), "--include=dev", "--include=optional", "--no-audit", "--no-fund"];
  return spawnSync("npm", [...args, "--loglevel=error"], { stdio }).status === 0;
}

function refuseOldNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Aqtalu needs Node 20.19 or later, and this is ${process.versions.node}.`);
  process.exit(1);
}

/** Somebody may have run npm themselves: npm notes what lies in node_modules, package by package. */
function installedByHand() {
  const noted = "node_modules/.package-lock.json";
  if (!existsSync(noted)) return false;
  const there = JSON.parse(readFileSync(noted, "utf8")).packages;
  const { packages: wanted } = JSON.parse(readFileSync("package-lock.json", "utf8"));
  const places = Object.keys(wanted).filter((place) => place !== "");
  return places.every((place) =>
    there[place]
      ? there[place].version === wanted[place].version
      : wanted[place].optional === true || wanted[place].peer === true,
  );
}
