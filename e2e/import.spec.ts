import { readFile } from "node:fs/promises";
import { expect, test, type Page } from "@playwright/test";
import { Desk } from "./support/desk";
import { acceptedNotice } from "./support/send-list";

const long = process.env.AQTALU_LONG === "1";
const [rows, bad] = long ? [50_000, 300] : [3_000, 30];

test.describe.configure({ timeout: long ? 600_000 : 180_000 });

/** A list of people, each with a file of their own; where the sheets should be, some rows have a word. */
function list(fonds: string): string {
  const every = Math.floor(rows / bad);
  const line = (nth: number): string => {
    const sheets = nth % every === 0 && nth <= every * bad ? "сто" : String(10 + (nth % 200));
    return `Тестовый архив;${fonds};1;${nth};${sheets};Сыналғанов Ескермес ${nth};1${800 + (nth % 100)};1937;58-10;расстрел`;
  };
  const head = "Архив;Фонд;Опись;Номер дела;Листы;ФИО;Дата рождения;Дата репрессии;Обвинение;Мера";
  return [head, ...Array.from({ length: rows }, (_, nth) => line(nth + 1))].join("\n");
}

test(`an archivist takes in ${rows} rows, ${bad} of them bad, mends these and has all of them once`, async ({
  browser,
}) => {
  const desk = await Desk.open(browser);
  const { t } = desk;
  const fonds = String(Date.now() % 1_000_000);
  const csv = (text: string, name: string) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
  const send = async (page: Page, text: string, name: string): Promise<string> => {
    await page.goto("/intake");
    await page.locator("input[type=file]").setInputFiles(csv(text, name));
    await page.getByRole("button", { name: t("intake.upload.submit"), exact: true }).click();
    await page.waitForURL("**/intake/*");
    return page.url();
  };
  const acceptButton = (page: Page) =>
    page.getByRole("button", { name: t("intake.accept.submit"), exact: true });
  const accept = async (page: Page): Promise<void> => {
    await acceptButton(page).click();
    await expect(acceptedNotice(page, t)).toBeVisible({
      timeout: 300_000,
    });
  };
  const counted = (page: Page, noun: "file" | "case") =>
    page
      .getByRole("row")
      .filter({ has: page.getByRole("rowheader", { name: t(`intake.noun.${noun}`), exact: true }) });
  const digits = async (page: Page, noun: "file" | "case"): Promise<number[]> =>
    (await counted(page, noun).getByRole("cell").allInnerTexts()).map((text) =>
      Number(text.replace(/\D/g, "")),
    );

  try {
    const page = await desk.as("archivist1", "/intake");
    const address = await send(page, list(fonds), "list.csv");
    const told = await watch(page);
    await page.goto("about:blank");

    await page.goto(address);
    await expect(acceptButton(page)).toBeVisible({ timeout: 300_000 });
    if (long) expect(told.size).toBeGreaterThan(3);
    expect((await digits(page, "file"))[0]).toBe(rows - bad);
    await acceptButton(page).click();
    await page.goto("/intake");
    await page.goto(address);
    await expect(acceptedNotice(page, t)).toBeVisible({
      timeout: 300_000,
    });

    const downloading = page.waitForEvent("download");
    await page.getByRole("link", { name: t("intake.rejects.get"), exact: true }).click();
    const rejects = await readFile(await (await downloading).path(), "utf8");
    expect(rejects.trim().split("\r\n")).toHaveLength(bad + 1);
    await send(page, rejects.replaceAll(",сто,", ",12,"), "mended.csv");
    await expect(acceptButton(page)).toBeVisible({ timeout: 60_000 });
    expect((await digits(page, "file"))[0]).toBe(bad);
    await accept(page);
    const mended = page.url();

    const all = list(fonds).replaceAll(";сто;", ";12;");
    await send(page, all, "all.csv");
    await expect(page.getByText(t("intake.accept.nothing"))).toBeVisible({ timeout: 300_000 });
    for (const noun of ["file", "case"] as const) {
      const [added, changed, unchanged] = await digits(page, noun);
      expect([added, changed, unchanged]).toEqual([0, 0, rows]);
    }

    await page.goto(mended);
    await page.getByRole("button", { name: t("intake.undo.open"), exact: true }).click();
    await page.getByRole("button", { name: t("intake.undo.submit"), exact: true }).click();
    await expect(page.getByText(t("intake.undo.done", { when: "@" }).split("@")[0]!)).toBeVisible({
      timeout: 60_000,
    });
    await send(page, all, "again.csv");
    await expect(acceptButton(page)).toBeVisible({ timeout: 300_000 });
    expect((await digits(page, "file")).slice(0, 3)).toEqual([bad, 0, rows - bad]);
  } finally {
    await desk.close();
  }
});

/** What the bar says until it is gone or has been looked at for a while: it never goes back within a phase. */
async function watch(page: Page): Promise<Set<string>> {
  const told = new Set<string>();
  const last = new Map<string, number>();
  const bar = page.locator("main").getByRole("progressbar");
  for (let look = 0; look < (long ? 60 : 10) && (await bar.count()) > 0; look++) {
    const [phase, value] = await bar
      .evaluate((element) => [element.ariaLabel ?? "", Number(element.ariaValueNow)] as const)
      .catch(() => ["", 0] as const);
    expect(value).toBeGreaterThanOrEqual(last.get(phase) ?? 0);
    last.set(phase, value);
    told.add(`${phase} ${value}`);
    await page.waitForTimeout(300);
  }
  return told;
}
