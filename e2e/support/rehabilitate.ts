import { expect, test, type Locator, type Page } from "@playwright/test";
import { answerConflicts, assign, fillBasis, type Team } from "./declassify";
import type { Desk } from "./desk";
import { keyboard } from "./input";
import { accountOf } from "./session";

/** Takes a declassified case to its rehabilitation, by different people; what is returned is its proceeding. */
export async function rehabilitateCase(
  desk: Desk,
  kase: string,
  { author, reader, bench }: Team,
): Promise<string> {
  const proceeding = await test.step("secretary opens the rehabilitation", async () => {
    await desk.act("secretary1", kase, "open");
    const page = await desk.as("secretary1", kase);
    const link = page.locator("a[href^='/assign?proceeding=']").first();
    return new URL(await link.evaluate((a: HTMLAnchorElement) => a.href)).searchParams.get("proceeding")!;
  });
  await assign(desk, proceeding, author, reader);
  await test.step("expert writes the finding and submits it", () => writeFinding(desk, author, kase));
  await test.step("second reader concurs", () => readAndConcur(desk, reader, kase));
  // What they answered about the file's case holds for all its proceedings: nobody is asked again.
  await signByBench(desk, proceeding, bench);
  await test.step("secretary enters the legal act", () => enterAct(desk, "secretary1", kase));
  await test.step("another secretary answers on conflicts and confirms it", async () => {
    await answerConflicts(desk, "secretary2");
    await confirmAct(desk, "secretary2", proceeding);
  });
  return proceeding;
}

async function writeFinding(desk: Desk, login: string, kase: string): Promise<void> {
  const page = await desk.as(login, kase);
  await desk.by.press(page.getByRole("link", { name: desk.t("law.act.submit"), exact: true }));
  await fillFinding(desk, page);
  await desk.by.press(page.getByRole("button", { name: desk.t("findings.submit.submit"), exact: true }));
  await page.waitForURL(`**${kase}`);
}

/** Cites every claim as people type it, and answers what the law asks for. */
export async function fillFinding(desk: Desk, page: Page): Promise<void> {
  const { t, by } = desk;
  await page.getByRole("button", { name: t("findings.submit.submit"), exact: true }).waitFor();
  await citeClaims(desk, page);
  const choose = (group: string, choice: string) =>
    by.check(
      page.getByRole("group", { name: t(group) }).getByRole("radio", { name: t(choice), exact: true }),
    );
  const earlier = page.getByLabel(t("findings.earlier.search"));
  await by.type(earlier, "Картотека прокуратуры, архив суда; не найдено");
  await choose("findings.earlier.found", "findings.earlier.no");
  await choose("findings.exclusion.found", "findings.exclusion.no");
  const exclusion = page.getByLabel(t("findings.exclusion.check"));
  await by.type(exclusion, "Прочитано дело целиком; исключений нет");
  const answers = page.getByRole("radio", { name: t("findings.outcome.rehabilitate"), exact: true });
  for (const answer of await answers.all()) await by.check(answer);
}

export async function citeClaims(desk: Desk, page: Page): Promise<void> {
  for (let nth = 1; (await page.getByLabel(desk.t("findings.claim.text", { nth })).count()) > 0; nth++)
    await citeClaim(desk, page, nth);
}

async function citeClaim({ t, by }: Desk, page: Page, nth: number): Promise<void> {
  const text = page.getByLabel(t("findings.claim.text", { nth }));
  if ((await text.inputValue()) === "") await by.type(text, "Мера применена по политическим мотивам.");
  const typed = page.getByLabel(t("findings.citation.add", { nth }));
  await by.type(typed, "л. 2–3");
  await typed.press("Enter");
  const cited = page.getByRole("list", { name: t("findings.claim.citations", { nth }) });
  await by.type(cited.getByLabel(t("findings.citation.quote")), "так в документе");
}

/** Reads the finding claim by claim, and signs at its end. */
async function readAndConcur(desk: Desk, login: string, kase: string): Promise<void> {
  const { t, by } = desk;
  const page = await desk.as(login, kase);
  await by.press(page.getByRole("link", { name: t("sign.readConcur"), exact: true }));
  const accept = page.getByRole("button", { name: new RegExp(`^${t("findings.reading.accept")}`) });
  await accept.waitFor();
  const acceptNext = () => (by === keyboard ? page.keyboard.press("a") : by.press(accept));
  while (await accept.isVisible()) await acceptNext();
  await by.type(page.locator("#concur-password"), accountOf(login).password);
  await by.press(page.getByRole("button", { name: t("findings.reading.concur"), exact: true }));
  await page.waitForURL(`**${kase}`);
}

/** Two members sign the outcome, then the chair with its legal basis. */
async function signByBench(
  desk: Desk,
  proceeding: string,
  [first, second, chair]: readonly [string, string, string],
): Promise<void> {
  for (const member of [first, second])
    await test.step(`${member} signs`, () => desk.sign(member, proceeding, "sign"));
  await test.step("the chair signs", () =>
    desk.sign(chair, proceeding, "sign", (page) => fillBasis(desk, page)));
}

/** A one-pixel picture: what a scanner makes, as far as the form can tell. */
const scan = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

async function enterAct(desk: Desk, login: string, kase: string): Promise<void> {
  const { t, by } = desk;
  const page = await desk.as(login, kase);
  const dialog = await desk.dialogOf(page, "enter_act");
  await fillAct(desk, dialog);
  await by.press(dialog.getByRole("button", { name: t("law.act.enter_act"), exact: true }));
  await expect(dialog).toBeHidden();
}

/** The legal act as the secretary copies it, with its scan. */
export async function fillAct({ t, by }: Desk, form: Locator): Promise<void> {
  await by.type(form.getByLabel(t("acts.field.issuer"), { exact: true }), "Прокуратура области");
  await by.type(form.getByLabel(t("acts.field.number"), { exact: true }), "13-п/2026");
  await by.type(form.getByLabel(t("acts.field.date"), { exact: true }), "2026-06-15");
  const file = { name: "act.png", mimeType: "image/png", buffer: scan };
  await by.upload(form.getByLabel(t("acts.field.scanSha256")), file);
  await expect(form.getByText(t("acts.uploaded", { name: file.name }))).toBeVisible();
}

async function confirmAct(desk: Desk, login: string, proceeding: string): Promise<void> {
  await desk.sign(login, proceeding, "confirm_act", (page) => fillBasis(desk, page));
}
