import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { AbstractIntlMessages } from "next-intl";
import type { Locale } from "./locales";

const kept = new Map<Locale, AbstractIntlMessages>();

/**
 * All words of a language: one namespace per file of messages/<locale>/. Read from disk, so that the
 * command line and the worker speak the same words as the screens.
 */
export async function loadMessages(locale: Locale): Promise<AbstractIntlMessages> {
  const known = kept.get(locale);
  if (known) return known;
  const folder = path.join(process.cwd(), "messages", locale);
  const files = (await readdir(folder)).filter((file) => file.endsWith(".json")).sort();
  const entries = await Promise.all(
    files.map(async (file) => {
      const text = await readFile(path.join(folder, file), "utf8");
      return [path.basename(file, ".json"), JSON.parse(text) as AbstractIntlMessages] as const;
    }),
  );
  const messages: AbstractIntlMessages = Object.fromEntries(entries);
  if (process.env.NODE_ENV === "production") kept.set(locale, messages);
  return messages;
}
