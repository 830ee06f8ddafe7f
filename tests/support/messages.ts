import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { locales, type Locale } from "@/lib/i18n/locales";

export type Tree = { [key: string]: string | Tree };

export function loadAll(): Record<Locale, Tree> {
  const read = (locale: Locale): Tree =>
    Object.fromEntries(
      readdirSync(path.join("messages", locale)).map((file) => [
        path.basename(file, ".json"),
        JSON.parse(readFileSync(path.join("messages", locale, file), "utf8")) as Tree,
      ]),
    );
  return Object.fromEntries(locales.map((locale) => [locale, read(locale)])) as Record<Locale, Tree>;
}

/** namespace.key.key → message */
export function flatten(tree: Tree, prefix = ""): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === "string") flat.set(prefix + key, value);
    else for (const [inner, message] of flatten(value, `${prefix}${key}.`)) flat.set(inner, message);
  }
  return flat;
}

/** The arguments and tags of an ICU message, sorted: {count, plural, …} and {name} give ["count", "name"]. */
export function icuArguments(message: string): string[] {
  const found = new Set<string>();
  const plain = message.replace(/''/g, "").replace(/'[{}<][^']*'/g, "");
  collect(plain, found);
  for (const tag of plain.matchAll(/<(\w+)>/g)) found.add(`<${tag[1]}>`);
  return [...found].sort();
}

/** Walks braces by depth: at an even depth an opening brace begins an argument, at an odd one a form. */
function collect(message: string, found: Set<string>): void {
  let depth = 0;
  for (let at = 0; at < message.length; at++) {
    if (message[at] === "}") depth--;
    if (message[at] !== "{") continue;
    if (depth % 2 === 0) {
      const name = /^\{\s*(\w+)/.exec(message.slice(at))?.[1];
      if (name) found.add(name);
    }
    depth++;
  }
}
