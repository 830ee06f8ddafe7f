import type { AbstractIntlMessages } from "next-intl";

/**
 * The namespaces whose words travel to the browser with every page. A client component that needs
 * another one names it here; tests/messages.test.ts finds a missing name.
 */
export const clientNamespaces = [
  "accounts",
  "acts",
  "auth",
  "common",
  "files",
  "findings",
  "input",
  "intake",
  "law",
  "people",
  "register",
  "shell",
  "sign",
  "ui",
] as const;

export function clientMessages(messages: AbstractIntlMessages): AbstractIntlMessages {
  const wanted: readonly string[] = clientNamespaces;
  return Object.fromEntries(Object.entries(messages).filter(([namespace]) => wanted.includes(namespace)));
}
