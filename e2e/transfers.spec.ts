import { AxeBuilder } from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { readFileSync } from "node:fs";
import { localeCookie } from "@/lib/i18n/locales";
import { baseUrl, demoAccount, signIn, type DemoAccount } from "./support/sign-in";
import { wordsIn } from "./support/words";

test.describe.configure({ timeout: 180_000 });

/** Of this run alone: totals and lists may hold others. */
const fonds = String(Date.now()).slice(-7).replace(/^0+/, "");
const title = `Дела о выселении, коробки ${fonds}`;
/** Of the regional archive; she has no part in it. */
const announcer = (): DemoAccount => demoAccount("archivist", 1);
const receiver = (): DemoAccount => demoAccount("archivist");

async function enter(page: Page, person: DemoAccount): Promise<void> {
  await signIn(page, person);
  await page.context().addCookies([{ name: localeCookie, value: "en", url: baseUrl }]);
}

async function sound(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag22aa"]).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

test("a transfer is announced, received, returned, announced again, accepted, and its act taken away", async ({
  browser,
}) => {
  const t = await wordsIn("en");
  const contexts = await Promise.all([1, 2].map(() => browser.newContext({ baseURL: baseUrl })));
  const [ili, centre] = (await Promise.all(contexts.map((one) => one.newPage()))) as [Page, Page];
  const button = (page: Page, key: string) => page.getByRole("button", { name: t(key), exact: true });
  const tag = (page: Page, state: string) =>
    page.locator("main header").getByText(t(`transfers.state.${state}`), { exact: true });
  let address = "";

  await test.step("the archivist of the region announces two fonds; what is wrong is said beside it", async () => {
    await enter(ili, announcer());
    await ili.goto("/transfers");
    await ili.getByRole("link", { name: t("transfers.open.announce") }).click();
    await expect(ili.getByRole("heading", { level: 1 })).toHaveText(t("transfers.announce.title"));
    await sound(ili);
    await button(ili, "transfers.announce.submit").click();
    await expect(ili.locator("#title-error")).toContainText(t("input.missing"));
    await ili.locator("[name=fromId]").selectOption({ label: "Ili Regional Archive" });
    await ili.locator("[name=toId]").selectOption({ label: "Central Archive of Political Repression" });
    await ili.locator("[name=title]").fill(title);
    await ili.locator("[name=basis]").fill("Order 21 of 2 September");
    const fill = async (row: number, values: Record<string, string>) => {
      for (const [name, value] of Object.entries(values))
        await ili.locator(`[name="items.${row}.${name}"]`).fill(value);
    };
    await fill(0, { fonds, inventories: "1-3", files: "40", sheets: "900" });
    await ili.getByRole("button", { name: t("transfers.field.addItem") }).click();
    await expect(ili.locator('[name="items.1.fonds"]')).toBeFocused();
    await fill(1, { fonds: "Ф. 7. Оп. 2", inventories: "4", files: "6" });
    await button(ili, "transfers.announce.submit").click();
    await expect(ili.locator('[id="items.1.fonds-error"]')).toContainText(t("input.fondsForm"));
    await fill(1, { fonds: "8" });
    await button(ili, "transfers.announce.submit").click();
    await ili.waitForURL(/\/transfers\/[0-9a-f-]{36}$/);
    address = new URL(ili.url()).pathname;
    await expect(tag(ili, "announced")).toBeVisible();
    // Also archivist of the central one: whoever announced it has no part on the other side.
    await expect(ili.getByText(t("transfers.refusal.notAnnouncer"))).toBeVisible();
    await expect(button(ili, "transfers.step.receive")).toHaveCount(0);
  });

  await test.step("it waits for the central archive, which counts it twice and sends it back", async () => {
    await enter(centre, receiver());
    await centre.goto("/");
    await centre.locator('a[href="/transfers?waiting=me"]').click();
    await centre.getByRole("link", { name: title }).first().click();
    await centre.waitForURL((url) => url.pathname === address);
    await sound(centre);
    await expect(centre.locator('[name="counts.0.files"]')).toHaveValue("40");
    await button(centre, "transfers.step.receive").click();
    await expect(tag(centre, "received")).toBeVisible();
    await centre.locator('[name="counts.0.files"]').fill("38");
    await centre.locator('[name="counts.0.note"]').fill("Two boxes were empty");
    await button(centre, "transfers.step.check").click();
    await expect(tag(centre, "checked")).toBeVisible();
    await expect(centre.getByRole("table").first()).toContainText("−2");
    await centre
      .locator("summary")
      .filter({ hasText: t("transfers.step.return") })
      .click();
    await button(centre, "transfers.step.return").click();
    await expect(centre.locator("#return-reasonText-error")).toBeVisible();
    await centre.locator("#return-reasonCode").selectOption("missing");
    await centre.locator("#return-reasonText").fill("Two files of the fonds are not there");
    await button(centre, "transfers.step.return").click();
    await expect(tag(centre, "returned")).toBeVisible();
  });

  await test.step("the region reads why, corrects it and announces it again", async () => {
    await ili.reload();
    await expect(ili.getByText("Two files of the fonds are not there").first()).toBeVisible();
    await expect(ili.locator('[name="items.0.files"]')).toHaveValue("40");
    await ili.locator('[name="items.0.files"]').fill("38");
    await button(ili, "transfers.announce.again").click();
    await expect(tag(ili, "announced")).toBeVisible();
    await expect(
      ili.locator("summary").filter({ hasText: t("transfers.page.olderName", { version: "1" }) }),
    ).toBeVisible();
  });

  await test.step("what somebody did meanwhile is not overwritten; then it is accepted", async () => {
    const draft = centre.waitForEvent("download");
    await centre.getByRole("link", { name: t("transfers.page.draft") }).click();
    expect(
      readFileSync(await (await draft).path())
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");
    await centre.reload();
    const second = await contexts[1]!.newPage();
    await second.goto(address);
    await button(centre, "transfers.step.receive").click();
    await expect(tag(centre, "received")).toBeVisible();
    await button(second, "transfers.step.receive").click();
    await expect(second.getByText(t("transfers.refusal.stepShown"))).toBeVisible();
    await second.close();
    await button(centre, "transfers.step.check").click();
    await expect(tag(centre, "checked")).toBeVisible();
    await button(centre, "transfers.step.accept").click();
    await expect(tag(centre, "accepted")).toBeVisible();
    await expect(centre.locator("main form")).toHaveCount(0);
  });

  await test.step("the act is taken away, and the totals and the history know of it", async () => {
    const download = centre.waitForEvent("download");
    await centre.getByRole("link", { name: t("transfers.page.act") }).click();
    const act = await download;
    expect(act.suggestedFilename()).toMatch(/^aqtalu-transfer-\d+\.pdf$/);
    expect(readFileSync(await act.path()).includes("statement.json")).toBe(true);
    await centre.goto("/transfers/totals");
    await sound(centre);
    await expect(centre.getByRole("row", { name: `Fonds ${fonds} ` })).toContainText("38");
    const table = centre.waitForEvent("download");
    await centre.getByRole("link", { name: t("transfers.totals.csv") }).click();
    expect(readFileSync(await (await table).path(), "utf8")).toContain("Ili Regional Archive");
    await centre.goto(address);
    await expect(
      centre.getByRole("list", { name: t("transfers.page.steps") }).getByRole("listitem"),
    ).toHaveCount(8);
  });
  await Promise.all(contexts.map((context) => context.close()));
});

test("a table of accessions is corrected by row and column, then announced as a whole", async ({ page }) => {
  const t = await wordsIn("en");
  await enter(page, announcer());
  await page.goto("/transfers/import");
  await sound(page);
  const heads =
    "accessionNumber,acquisitionDate,sourceOfAcquisition,locationInformation,title,scopeAndContent,processingNotes";
  const number = `e2e-${Date.now()}`;
  const row = (day: string) => `${number},${day},ИлОА,ЦАПР,Дела из таблицы,Ф. 7. Оп. 2. 3 ед. хр.,Order 9`;
  const send = async (day: string) => {
    const buffer = Buffer.from(`${heads}\n${row(day)}\n`);
    await page
      .locator("input[type=file]")
      .setInputFiles({ name: "accessions.csv", mimeType: "text/csv", buffer });
    await page.getByRole("button", { name: t("transfers.table.check") }).click();
  };
  await send("1.12.2026");
  const problem = page.getByRole("row").filter({ hasText: "acquisitionDate" });
  await expect(problem).toContainText(t("input.dateForm"));
  await expect(problem.getByRole("cell").first()).toHaveText("2");
  await send("2026-12-01");
  await page.getByRole("button", { name: t("transfers.table.announce", { count: 1 }) }).click();
  await expect(page.getByText(t("transfers.table.announced", { count: 1 }))).toBeVisible();
  await page.getByRole("link", { name: t("transfers.table.see") }).click();
  await expect(page.getByRole("link", { name: "Дела из таблицы" }).first()).toBeVisible();
});

test("whoever has no part in transfers finds none; the auditor reads and has nothing to press", async ({
  page,
}) => {
  const t = await wordsIn("en");
  await enter(page, demoAccount("auditor"));
  await page.goto("/transfers?state=accepted");
  await page.locator("main table a").first().click();
  await expect(page.getByText(t("transfers.page.accepted"))).toBeVisible();
  await expect(page.locator("main form")).toHaveCount(0);
  const address = page.url();
  await page.context().clearCookies();
  await enter(page, demoAccount("expert"));
  for (const gone of ["/transfers", "/transfers/new", "/transfers/totals", "/transfers/import", address])
    expect((await page.goto(gone))?.status(), gone).toBe(404);
  await expect(page.locator('nav a[href="/transfers"]')).toHaveCount(0);
});
