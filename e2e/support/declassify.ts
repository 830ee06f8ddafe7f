import { expect, test, type Page } from "@playwright/test";
import type { Act } from "@/lib/law/acts";
import { accountOf } from "./session";
import type { Desk } from "./desk";

export type Team = { author: string; reader: string; bench: readonly [string, string, string] };
export type FileFound = { id: string; leaves: number };

/** A secret file of one owner and one case that nobody has opened yet, as its archivist finds it in the list. */
export async function findUnopened(desk: Desk, login: string, owner: string): Promise<FileFound> {
  let list: string | null = "/files?view=list&standing=closed&grade=yes";
  while (list) {
    const page = await desk.as(login, list);
    const rows = await page.locator("main tbody tr").evaluateAll((all) =>
      all.map((row) => ({
        href: row.querySelector("a")?.getAttribute("href") ?? "",
        cells: [...row.querySelectorAll("td, th")].map((cell) => (cell as HTMLElement).innerText.trim()),
      })),
    );
    const next = page.getByRole("link", { name: desk.t("ui.nextPage") });
    list = (await next.count()) > 0 ? await next.getAttribute("href") : null;
    for (const { href, cells } of rows) {
      const [, standing, owners, leaves, cases] = cells;
      const fits = standing === desk.t("law.standing.closed") && owners === owner && cases === "1";
      if (!fits || !/^\d+$/.test(leaves ?? "")) continue;
      // One that was refused is closed as well, and its page leads to the decision.
      await page.goto(href);
      const opened = await page.locator("main a[href^='/proceedings/']").count();
      if (opened === 0) return { id: href.split("/")[2]!, leaves: Number(leaves) };
    }
  }
  throw new Error(`no unopened file of ${owner} in the list`);
}

/** Every sheet of a file may be read by anybody once it is free: the archivist's half of the answers. */
export async function answerAccess(desk: Desk, login: string, file: FileFound): Promise<void> {
  const page = await desk.as(login, `/files/${file.id}?tab=spans`);
  await answerSpans(desk, page, file, desk.t("law.access.open"));
  await page.waitForURL("**saved=spans**");
}

/** Opens the declassification of a described file, and gives the proceeding. */
export async function openFile(desk: Desk, id: string): Promise<string> {
  const page = await desk.as("archivist1", `/files/${id}`);
  await desk.by.press(page.getByRole("button", { name: desk.t("files.question.open.submit") }));
  await page.waitForURL("**/proceedings/*");
  return new URL(page.url()).pathname.split("/")[2]!;
}

/** Takes a described file from the archive to its declassification, by as many people as the law asks for. */
export async function declassifyFile(
  desk: Desk,
  file: FileFound,
  { author, reader, bench }: Team,
): Promise<string> {
  const { t } = desk;
  const proceeding = await test.step("archivist opens the declassification", () => openFile(desk, file.id));
  await assign(desk, proceeding, author, reader);
  await test.step("expert proposes to lift secrecy from every sheet", async () => {
    const page = await desk.as(author, `/proceedings/${proceeding}`);
    await desk.by.press(page.getByRole("link", { name: t("law.workAct.divide_spans"), exact: true }));
    await answerSpans(desk, page, file, t("law.secrecy.lift"));
    await page.waitForURL(`**/proceedings/${proceeding}`);
    await desk.act(author, `/proceedings/${proceeding}`, "propose");
  });
  const answered = async (login: string, act: Act, fill?: (page: Page) => Promise<void>) => {
    await answerConflicts(desk, login);
    await desk.sign(login, proceeding, act, fill);
  };
  await test.step("second reader concurs", () => answered(reader, "concur"));
  await test.step("the owner lifts", () => answered("security", "lift"));
  await test.step("two members and the chair answer on conflicts and sign", async () => {
    const [first, second, chair] = bench;
    await answered(first, "sign");
    await answered(second, "sign");
    await answered(chair, "sign", (page) => fillBasis(desk, page));
  });
  return proceeding;
}

/** The agency of the demo cast's representative `security`, as the English list names it. */
export const ownerName = "Archive Department of the National Security Committee";

export async function fillBasis(desk: Desk, page: Page): Promise<void> {
  const basis = page.getByLabel(desk.t("acts.field.basis"), { exact: true });
  await desk.by.type(basis, "Решение Комиссии (проверка): политические мотивы");
}

/** One answer for the whole file: typed as sheets, applied, saved. */
async function answerSpans(
  { t, by }: Desk,
  page: Page,
  { leaves }: FileFound,
  answer: string,
): Promise<void> {
  await by.type(page.getByLabel(t("files.spans.which"), { exact: true }), `1–${leaves} об.`);
  await by.check(page.getByRole("radio", { name: answer, exact: true }));
  await by.press(page.getByRole("button", { name: t("files.spans.apply") }));
  await by.press(page.getByRole("button", { name: t("files.spans.save") }));
}

/** Author and second reader, as the form of the assignment names them. */
export async function chooseExperts(
  { t, by }: Desk,
  page: Page,
  author: string,
  reader: string,
): Promise<void> {
  for (const [label, login] of [
    [t("acts.assign.expert"), author],
    [t("acts.assign.reader"), reader],
  ] as const)
    await by.select(page.getByLabel(label, { exact: true }), accountOf(login).name);
}

/** The head of the group names the author and the second reader of a proceeding. */
export async function assign(desk: Desk, proceeding: string, author: string, reader: string): Promise<void> {
  await test.step(`head assigns ${author} and ${reader}`, async () => {
    const { t, by } = desk;
    const page = await desk.as("head", `/assign?proceeding=${proceeding}`);
    await chooseExperts(desk, page, author, reader);
    await by.press(page.getByRole("button", { name: t("acts.assign.submit"), exact: true }));
    await expect(page.getByRole("link", { name: t("acts.results.back") })).toBeVisible();
    await expect(page.getByText(t("acts.results.no"), { exact: true })).toHaveCount(0);
  });
}

/** Declares that there is no conflict with any case still unanswered, in one list. */
export async function answerConflicts(desk: Desk, login: string): Promise<void> {
  await test.step(`${login} answers on conflicts`, async () => {
    const { t, by } = desk;
    const page = await desk.as(login, "/conflicts");
    const empty = page.getByText(t("sign.conflicts.empty"));
    const list = page.getByRole("table", { name: t("sign.conflicts.caption") });
    await expect(empty.or(list)).toBeVisible();
    if (await empty.isVisible()) return;
    const rest = await list.locator("tbody tr").count();
    await by.press(page.getByRole("button", { name: t("acts.conflicts.submit", { conflicts: 0, rest }) }));
    await expect(page.getByText(t("acts.done"), { exact: true }).or(empty)).toBeVisible();
  });
}
