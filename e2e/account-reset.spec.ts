import { randomUUID } from "node:crypto";
import { expect, test, type Page } from "@playwright/test";
import { localeCookie } from "@/lib/i18n/locales";
import { builtActions } from "./support/actions";
import { Desk } from "./support/desk";
import { makeSettled } from "./support/newcomer";
import { cookieOf } from "./support/passkey";
import { callAction, ownPage } from "./support/post";
import { baseUrl, signIn } from "./support/sign-in";

test.describe.configure({ timeout: 240_000 });

/** The sample's commission, in English. */
const commission = "State Commission for the Full Rehabilitation of Victims of Political Repression";

test("who proposes an appointment or a reset cannot confirm it, and who resets somebody cannot sign as them", async ({
  browser,
}) => {
  const desk = await Desk.open(browser);
  const { t } = desk;
  try {
    const person = await makeSettled(browser);
    const admin = await desk.as("admin1");
    const account = await test.step("an administrator proposes them as a member", async () => {
      await admin.goto("/accounts");
      await admin.getByRole("row").filter({ hasText: person.login }).getByRole("link").first().click();
      await admin.waitForURL("**/accounts/*-*");
      await admin.getByText(t("accounts.proposal.appointment"), { exact: true }).click();
      const form = admin.locator("details[open] form");
      await form.getByLabel(t("accounts.field.role"), { exact: true }).selectOption("member");
      await form.getByLabel(t("accounts.field.body"), { exact: true }).selectOption({ label: commission });
      await form.getByLabel(t("accounts.field.act"), { exact: true }).fill("Order No. 5 of 27.11.2026");
      await form.getByLabel(t("accounts.field.from"), { exact: true }).fill("2026-01-01");
      await form.getByRole("button", { name: t("accounts.propose"), exact: true }).click();
      await expect(admin.getByRole("heading", { name: t("accounts.waitingTitle") })).toBeVisible();
      return new URL(admin.url()).pathname;
    });
    const confirm = { name: t("accounts.act.confirm"), exact: true } as const;
    await test.step("and cannot confirm it, whereas a secretary can", async () => {
      await admin.goto(account);
      await expect(admin.getByRole("button", confirm)).toHaveCount(0);
      const secretary = await desk.as("secretary1", account);
      await secretary.getByRole("button", confirm).click();
      await expect(secretary.getByRole("heading", { name: t("accounts.waitingTitle") })).toHaveCount(0);
    });

    await test.step("a reset is proposed by one, who cannot confirm it", async () => {
      await admin.goto(account);
      await admin.getByText(t("accounts.security.reset.propose"), { exact: true }).click();
      await admin.locator("#reset-reason").fill("The telephone is lost; seen in person.");
      await admin.locator("form:has(#reset-reason) button[type=submit]").click();
      await expect(admin.getByText(t("accounts.security.reset.waits"))).toBeVisible();
      await expect(admin.getByRole("button", { name: t("accounts.security.reset.confirm") })).toHaveCount(0);
      await expect(admin.getByText(t("accounts.refusal.notProposer"))).toBeVisible();
    });
    const password = await test.step("and confirmed by another, who is shown the new password", async () => {
      const second = await desk.as("admin2", account);
      await second.getByRole("button", { name: t("accounts.security.reset.confirm"), exact: true }).click();
      return second.locator("main code").innerText();
    });

    await test.step("with that password one comes in, and signs nothing", async () => {
      const context = await browser.newContext({ baseURL: baseUrl });
      const page = await context.newPage();
      await signIn(page, { login: person.login, password });
      await expect(page).toHaveURL(/\/sign-in\/password/);
      const chosen = "the administrator's own words";
      await page.locator("[name=password]").fill(chosen);
      await page.locator("[name=again]").fill(chosen);
      await page.locator("main form button[type=submit]").click();
      await page.waitForURL(`${baseUrl}/`);
      await context.addCookies([{ name: localeCookie, value: "en", url: baseUrl }]);
      const item = await anItem(await desk.as("member1"));
      await page.goto(`/proceedings/${item.proceeding}/sign?act=sign`);
      await expect(page.getByText(t("law.condition.cooledDown"))).toBeVisible();
      await expect(page.locator("main form")).toHaveCount(0);
      const answer = await callAction(
        builtActions().get("proceedings#sign")!,
        {
          ...item,
          ...{ key: randomUUID(), locale: "en", act: "sign", outcome: "full", password: chosen },
        },
        { cookie: await cookieOf(context), ...ownPage },
      );
      const refusals = (answer as { result: { refusals: { sentence: string }[] } }).result.refusals;
      expect(refusals[0]!.sentence).toBe(t("law.condition.cooledDown"));
      await page.goto("/profile");
      await expect(page.getByText(t("auth.passkey.cooling.title"))).toBeVisible();
      await context.close();
    });
  } finally {
    await desk.close();
  }
});

/** A proceeding before the commission, as a member's form names it. */
async function anItem(page: Page): Promise<{ proceeding: string; version: string; dossierHash: string }> {
  await page.goto("/registers?act=sign&kind=rehabilitation&step=signing&outcome=full");
  const value = await page.locator("input[name=item]").first().inputValue();
  const [proceeding = "", version = "", dossierHash = ""] = value.split(":");
  return { proceeding, version, dossierHash };
}
