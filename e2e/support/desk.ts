import { expect, type Browser, type Locator, type Page } from "@playwright/test";
import type { Locale } from "@/lib/i18n/locales";
import { plainForms, type PlainAct } from "@/lib/cases/view-forms";
import type { Act } from "@/lib/law/acts";
import { accountOf, pageOf } from "./session";
import { wordsIn, type Words } from "./words";

/** Several people of the demo cast at work, each in a browser of their own, all in one language. */
export class Desk {
  private readonly pages = new Map<string, Page>();

  private constructor(
    private readonly browser: Browser,
    readonly locale: Locale,
    readonly t: Words,
  ) {}

  static async open(browser: Browser, locale: Locale = "en"): Promise<Desk> {
    return new Desk(browser, locale, await wordsIn(locale));
  }

  /** The page of this person, at an address where one is given. */
  async as(login: string, address?: string): Promise<Page> {
    const page = this.pages.get(login) ?? (await pageOf(this.browser, login, this.locale));
    this.pages.set(login, page);
    if (address) await page.goto(address);
    return page;
  }

  async close(): Promise<void> {
    for (const page of this.pages.values()) await page.context().close();
    this.pages.clear();
  }

  /** Opens the dialog of an act that is no signature, and gives its form. */
  async dialogOf(page: Page, act: Act): Promise<Locator> {
    await page.getByRole("button", { name: this.t(`law.act.${act}`), exact: true }).click();
    return page.getByRole("dialog");
  }

  /** Does an act that asks for nothing that must be filled in. */
  async act(login: string, address: string, act: PlainAct): Promise<void> {
    const page = await this.as(login, address);
    if (plainForms[act].length === 0) {
      const button = page.getByRole("button", { name: this.t(`law.act.${act}`), exact: true });
      await button.click();
      await expect(button).toBeHidden();
      return;
    }
    const dialog = await this.dialogOf(page, act);
    await dialog.getByRole("button", { name: this.t(`law.act.${act}`), exact: true }).click();
    await expect(dialog).toBeHidden();
  }

  /** Signs on the sign screen, with the password, and waits for the receipt. */
  async sign(
    login: string,
    proceeding: string,
    act: Act,
    fill?: (page: Page) => Promise<void>,
  ): Promise<void> {
    const page = await this.as(login, `/proceedings/${proceeding}/sign?act=${act}`);
    await fill?.(page);
    await page.getByLabel(this.t("acts.field.password"), { exact: true }).fill(accountOf(login).password);
    await page.getByRole("button", { name: this.t(`law.act.${act}`), exact: true }).click();
    await page.waitForURL(`**/proceedings/${proceeding}/receipt/*`);
    await expect(page.getByRole("heading", { name: this.t("sign.receipt.title") })).toBeVisible();
  }
}
