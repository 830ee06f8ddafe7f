import { expect } from "@playwright/test";
import type { FileFound } from "./declassify";
import type { Desk } from "./desk";
import { acceptedNotice } from "./send-list";

/** Sends a finding aid or a table, and accepts what it would change. */
export async function takeIn(desk: Desk, login: string, file: string): Promise<void> {
  const { t, by } = desk;
  const page = await desk.as(login, "/intake");
  await by.upload(page.locator("input[type=file]"), file);
  await by.press(page.getByRole("button", { name: t("intake.upload.submit"), exact: true }));
  await page.waitForURL("**/intake/*");
  await by.press(page.getByRole("button", { name: t("intake.accept.submit"), exact: true }));
  await expect(acceptedNotice(page, t)).toBeVisible();
}

/** Counts the sheets of a file that came without, and names the agency that owns its secret. */
export async function describeFile(
  desk: Desk,
  login: string,
  { id, leaves }: FileFound,
  owner: string,
): Promise<void> {
  const { t, by } = desk;
  const page = await desk.as(login, `/files/${id}?edit=count`);
  await by.type(page.getByLabel(t("files.field.foliation"), { exact: true }), `1–${leaves}`);
  await by.press(page.getByRole("button", { name: t("files.count.submit"), exact: true }));
  await page.waitForURL("**saved=count**");
  await page.goto(`/files/${id}?edit=owners`);
  await by.select(page.getByLabel(t("files.field.grade"), { exact: true }), 1);
  await by.check(page.getByLabel(owner, { exact: true }));
  await by.press(page.getByRole("button", { name: t("files.owners.submit"), exact: true }));
  await page.waitForURL("**saved=owners**");
}

export type Accused = { name: string; born: string; episode: string; charge: string; measure: string };

/** Registers one accused of a file and the case, and gives the address of the case. */
export async function registerCase(desk: Desk, login: string, fileId: string, who: Accused): Promise<string> {
  const { t, by } = desk;
  const page = await desk.as(login, `/files/${fileId}/register`);
  const field = (label: Parameters<typeof t>[0]) => page.getByLabel(t(label), { exact: true }).first();
  await by.type(field("register.field.name"), who.name);
  await by.type(field("register.field.birthText"), who.born);
  await by.select(field("register.field.group"), 1);
  await by.type(field("register.field.episode"), who.episode);
  await by.select(field("register.field.organ"), 1);
  await by.type(field("register.field.dateText"), who.episode);
  await by.type(field("register.article"), who.charge);
  await by.select(field("register.measure"), 1);
  await by.type(field("register.term"), who.measure);
  await by.press(page.getByRole("button", { name: t("register.submit"), exact: true }));
  await page.waitForURL("**saved=register**");
  const link = page.locator("table a[href^='/cases/']", { hasText: who.name });
  return (await link.getAttribute("href"))!;
}
