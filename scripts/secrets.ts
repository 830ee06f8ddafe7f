import { randomBytes, randomInt } from "node:crypto";
import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";

/** A secret of this installation, made on first use; only whoever starts Aqtalu can read it. */
export async function keptSecret(data: string, name: string): Promise<string> {
  const directory = path.join(data, "keys");
  await mkdir(directory, { recursive: true, mode: 0o700 });
  await chmod(directory, 0o700);
  const file = path.join(directory, name);
  const kept = await readFile(file, "utf8").catch(() => "");
  if (kept) return kept;
  const made = randomBytes(36).toString("base64url");
  await writeFile(file, made, { mode: 0o600, flag: "w" });
  return made;
}

/** Without letters that look alike: these are read from a terminal and typed. */
const letters = "abcdefghjkmnpqrstuvwxyz23456789";

/** About 79 bits, in four groups. */
export function makePassword(): string {
  const group = (): string => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join("");
  return [group(), group(), group(), group()].join("-");
}
