import type { IntlError } from "next-intl";

/** What a reader sees where a message is missing; `npm run screens` looks for the brackets. */
export function markMissing({ namespace, key }: { namespace?: string; key: string }): string {
  return `⟦${[namespace, key].filter(Boolean).join(".")}⟧`;
}

export function reportMissing(error: IntlError): void {
  console.error(`message ${error.code}: ${error.message}`);
}
