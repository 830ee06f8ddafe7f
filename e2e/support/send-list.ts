import type { Locator, Page } from "@playwright/test";
import type { Words } from "./words";

/** Sends a table through the page of the intake, and waits for the page of its import. */
export async function sendList(page: Page, t: Words, name: string, text: string): Promise<string> {
  await page.goto("/intake");
  await page
    .locator("input[type=file]")
    .setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
  await page.getByRole("button", { name: t("intake.upload.submit"), exact: true }).click();
  await page.waitForURL("**/intake/*");
  return new URL(page.url()).pathname;
}

/** Accepts the import that a page shows, once it has been compared, and waits until it is written. */
export async function acceptShown(page: Page, t: Words): Promise<void> {
  await page.getByRole("button", { name: t("intake.accept.submit"), exact: true }).click();
  await acceptedNotice(page, t).waitFor();
}

/** What the page of an import says once it is written; the names of transfers on it may say "accepted" too. */
export const acceptedNotice = (page: Page, t: Words): Locator =>
  page.getByText(new RegExp(`^${t("intake.accept.done", { when: "@" }).split("@")[0]!}`));

/** A word of letters that no other run has used. */
export const ownWord = (): string =>
  String(Date.now()).replace(/\d/g, (digit) => "абвгдежзик"[Number(digit)]!);
