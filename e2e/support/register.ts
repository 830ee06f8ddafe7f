import { expect, type Page } from "@playwright/test";
import type { FileFound } from "./declassify";
import type { Desk } from "./desk";

/** Sends a finding aid or a table, and accepts what it would change. */
export async function takeIn(desk: Desk, login: string, file: string): Promise<void> {
  const { t } = desk;
  const page = await desk.as(login, "/intake");
  await page.locator("input[type=file]").setInputFiles(file);
  await page.getByRole("button", { name: t("intake.upload.submit"), exact: true }).click();
  await page.waitForURL("**/intake/*");
  await page.getByRole("button", { name: t("intake.accept.submit"), exact: true }).click();
  await expect(page.getByText(t("intake.accept.done", { when: "@" }).split("@")[0]!)).toBeVisible();
}

/** Counts the sheets of a file that came without, and names the agency that owns its secret. */
export async function describeFile(
  desk: Desk,
  login: string,
  { id, leaves }: FileFound,
  owner: string,
): Promise<void> {
  const { t } = desk;
  const page = await desk.as(login, `/files/${id}?edit=count`);
  await page.getByLabel(t("files.field.foliation"), { exact: true }).fill(`1–${leaves}`);
  await page.getByRole("button", { name: t("files.count.submit"), exact: true }).click();
  await page.waitForURL("**saved=count**");
  await page.goto(`/files/${id}?edit=owners`);
  await page.getByLabel(t("files.field.grade"), { exact: true }).selectOption({ index: 1 });
  await page.getByLabel(owner, { exact: true }).check();
  await page.getByRole("button", { name: t("files.owners.submit"), exact: true }).click();
  await page.waitForURL("**saved=owners**");
}

export type Accused = { name: string; born: string; episode: string; charge: string; measure: string };

/** Registers one accused of a file and the case, and gives the address of the case. */
export async function registerCase(desk: Desk, login: string, fileId: string, who: Accused): Promise<string> {
  const { t } = desk;
  const page = await desk.as(login, `/files/${fileId}/register`);
  await page.getByLabel(t("register.field.name"), { exact: true }).fill(who.name);
  await page.getByLabel(t("register.field.birthText"), { exact: true }).fill(who.born);
  await page.getByLabel(t("register.field.episode"), { exact: true }).fill(who.episode);
  await choose(page, t("register.field.organ"));
  await page.getByLabel(t("register.field.dateText"), { exact: true }).fill(who.episode);
  await page.getByLabel(t("register.article"), { exact: true }).fill(who.charge);
  await choose(page, t("register.measure"));
  await page.getByLabel(t("register.term"), { exact: true }).fill(who.measure);
  await page.getByLabel(t("register.field.group"), { exact: true }).selectOption({ index: 1 });
  await page.getByRole("button", { name: t("register.submit"), exact: true }).click();
  await page.waitForURL("**saved=register**");
  const link = page.locator("table a[href^='/cases/']", { hasText: who.name });
  return (await link.getAttribute("href"))!;
}

/** The first word of a vocabulary. */
const choose = (page: Page, label: string) =>
  page.getByLabel(label, { exact: true }).first().selectOption({ index: 1 });
