import { expect, type Page } from "@playwright/test";
import type { Act } from "@/lib/law/acts";
import type { Desk } from "./desk";
import { Hand, type Tally } from "./hand";

/** The people of one working day and what each part cost them. */
export class Day {
  readonly tallies = new Map<string, Tally>();
  private readonly hands = new Map<string, Hand>();

  constructor(readonly desk: Desk) {}

  /** The hand of a person in one part of the day (`member, singly`). */
  async hand(login: string, part: string): Promise<Hand> {
    const known = this.hands.get(`${login}/${part}`);
    if (known) return known;
    const hand = new Hand(await this.desk.as(login), login);
    this.hands.set(`${login}/${part}`, hand);
    this.tallies.set(`${login}: ${part}`, hand.tally);
    return hand;
  }

  /** Item after item along the queue: with its “next” where that is one of ours, else by its own address. */
  async along(
    hand: Hand,
    addresses: readonly string[],
    work: (address: string) => Promise<void>,
  ): Promise<void> {
    const left = new Set(addresses);
    const { page } = hand;
    while (left.size > 0) {
      await hand.does(1, async () => {
        const address = await this.advance(hand, left);
        left.delete(address);
        await page.waitForURL((url) => `${url.pathname}${url.search}` === address);
        await work(address);
      });
    }
  }

  private async advance(hand: Hand, left: ReadonlySet<string>): Promise<string> {
    const { t } = this.desk;
    const named = [t("queue.place.next"), t("sign.receipt.next")];
    for (const name of named) {
      const link = hand.page
        .locator("main")
        .getByRole("link", { name: new RegExp(`^${name}`) })
        .first();
      const href = (await link.count()) > 0 ? await link.getAttribute("href") : null;
      if (href && left.has(href)) {
        await hand.click(link);
        return href;
      }
    }
    const [first] = left;
    await hand.open(first!);
    return first!;
  }

  /** One list for all that is still unanswered. */
  async conflicts(login: string): Promise<void> {
    const { t } = this.desk;
    const hand = await this.hand(login, "conflict answers, one list");
    await hand.page.goto("/conflicts");
    const list = hand.page.getByRole("table", { name: t("sign.conflicts.caption") });
    const empty = hand.page.getByText(t("sign.conflicts.empty"));
    await expect(list.or(empty)).toBeVisible();
    if (await empty.isVisible()) return;
    const rest = await list.locator("tbody tr").count();
    await hand.does(rest, async () => {
      await hand.open("/conflicts");
      const name = t("acts.conflicts.submit", { conflicts: 0, rest });
      await hand.click(hand.page.getByRole("button", { name }));
      await expect(hand.page.getByText(t("acts.done"), { exact: true }).or(empty)).toBeVisible();
    });
  }

  /** From the page of the item over the sign screen to the receipt. */
  async sign(hand: Hand, link: string, act: Act, fill?: (page: Page) => Promise<void>): Promise<void> {
    const { t } = this.desk;
    await hand.click(hand.page.getByRole("link", { name: link, exact: true }));
    await hand.page.waitForURL("**/sign?**");
    await fill?.(hand.page);
    await hand.password();
    await hand.click(hand.page.getByRole("button", { name: t(`law.act.${act}`), exact: true }));
    await hand.page.waitForURL("**/receipt/*");
  }

  /** A whole register: what is refused in it is none of ours, as the stage of each case shows at the end. */
  async register(login: string, address: string, fill?: (page: Page) => Promise<void>): Promise<void> {
    const { t } = this.desk;
    const hand = await this.hand(login, "by register");
    await hand.page.goto(address);
    const items = await hand.page.locator("input[name=item]").count();
    expect(items).toBeGreaterThan(1);
    await hand.does(items, async () => {
      await hand.open(address);
      await fill?.(hand.page);
      const signs = (await hand.page.locator("main input[type=password]").count()) > 0;
      if (signs) await hand.password();
      const name = t(signs ? "acts.signMany" : "acts.doMany", { count: items });
      await hand.click(hand.page.getByRole("button", { name }));
      await hand.page.getByRole("table", { name: t("acts.results.caption") }).waitFor({ timeout: 120_000 });
    });
  }
}
