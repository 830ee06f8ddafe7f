import { expect, type Browser, type Locator, type Page } from "@playwright/test";
import type { Locale } from "@/lib/i18n/locales";
import { plainForms, type PlainAct } from "@/lib/cases/view-forms";
import type { Act } from "@/lib/law/acts";
import { keyboard, pointer, watchPointer, type Input } from "./input";
import { accountOf, pageOf } from "./session";
import { wordsIn, type Words } from "./words";

/** Several people of the demo cast at work, each in a browser of their own, all in one language. */
export class Desk {
  private readonly pages = new Map<string, Page>();
  private readonly pointed: (() => number)[] = [];

  private constructor(
    private readonly browser: Browser,
    readonly locale: Locale,
    readonly t: Words,
    /** How they work the controls. */
    readonly by: Input,
  ) {}

  static async open(browser: Browser, by: Input = pointer): Promise<Desk> {
    return new Desk(browser, "en", await wordsIn("en"), by);
  }

  /** The page of this person, at an address where one is given. */
  async as(login: string, address?: string): Promise<Page> {
    const page = this.pages.get(login) ?? (await this.sitDown(login));
    if (address) await page.goto(address);
    return page;
  }

  private async sitDown(login: string): Promise<Page> {
    const page = await pageOf(this.browser, login, this.locale);
    if (this.by === keyboard) this.pointed.push(await watchPointer(page));
    this.pages.set(login, page);
    return page;
  }

  /** How often anybody used a pointer, where all work with keys alone. */
  pointerUses(): number {
    return this.pointed.reduce((sum, uses) => sum + uses(), 0);
  }

  async close(): Promise<void> {
    for (const page of this.pages.values()) await page.context().close();
    this.pages.clear();
  }

  /** Opens the dialog of an act that is no signature, and gives its form. */
  async dialogOf(page: Page, act: Act): Promise<Locator> {
    await this.by.press(page.getByRole("button", { name: this.t(`law.act.${act}`), exact: true }));
    return page.getByRole("dialog");
  }

  /** Does an act that asks for nothing that must be filled in. */
  async act(login: string, address: string, act: PlainAct): Promise<void> {
    const page = await this.as(login, address);
    if (plainForms[act].length === 0) {
      const button = page.getByRole("button", { name: this.t(`law.act.${act}`), exact: true });
      await this.by.press(button);
      await expect(button).toBeHidden();
      return;
    }
    const dialog = await this.dialogOf(page, act);
    await this.by.press(dialog.getByRole("button", { name: this.t(`law.act.${act}`), exact: true }));
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
    const password = page.getByLabel(this.t("acts.field.password"), { exact: true });
    await this.by.type(password, accountOf(login).password);
    await this.by.press(page.getByRole("button", { name: this.t(`law.act.${act}`), exact: true }));
    await page.waitForURL(`**/proceedings/${proceeding}/receipt/*`);
    await expect(page.getByRole("heading", { name: this.t("sign.receipt.title") })).toBeVisible();
  }
}
