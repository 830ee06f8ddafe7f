import type { Desk } from "./desk";
import type { Words } from "./words";

export type ActTold = { title: string; article: string; role: string };

/**
 * The acts of a proceeding in the history of a case or file, oldest first. Works around it (answers on conflicts,
 * drafts, descriptions: P…) and entries without an article are left out.
 */
export async function readHistory(desk: Desk, login: string, home: string): Promise<ActTold[]> {
  const page = await desk.as(login, `${home}?tab=history`);
  const told: ActTold[] = [];
  const mark = desk.t("history.article", { article: "@" }).split("@")[0]!;
  for (;;) {
    const items = await page
      .getByRole("list", { name: desk.t("history.caption") })
      .locator(":scope > li")
      .evaluateAll((all) =>
        all.map((item) => (item as HTMLElement).innerText.split("\n").map((l) => l.trim())),
      );
    for (const lines of items) {
      const parts = lines.flatMap((line) => line.split(" · "));
      const at = parts.findIndex((part) => part.startsWith(mark));
      const code = (parts[at] ?? "").slice(mark.length);
      if (/^[DRB]\d/.test(code))
        told.push({ title: lines[0]!.toLowerCase(), article: code, role: parts[at - 1] ?? "" });
    }
    const next = page.getByRole("link", { name: desk.t("ui.nextPage") });
    if ((await next.count()) === 0) return told.reverse();
    await page.goto((await next.getAttribute("href"))!);
  }
}

/** What the history of an undisputed case tells once it is rehabilitated, without a regional commission. */
export const rehabilitatedActs = (t: Words): ActTold[] => [
  { article: "R1", role: t("law.role.secretary"), title: t("law.actDone.open") },
  { article: "B9", role: t("law.role.head"), title: t("law.actDone.assign_author") },
  { article: "B9a", role: t("law.role.head"), title: t("law.actDone.assign_reader") },
  { article: "R2", role: t("law.role.expert"), title: t("law.actDone.submit") },
  { article: "R3", role: t("law.role.expert"), title: t("law.actDone.concur") },
  { article: "R7", role: t("law.role.member"), title: t("law.actDone.sign") },
  { article: "R7", role: t("law.role.member"), title: t("law.actDone.sign") },
  { article: "R8", role: t("law.role.chair"), title: t("law.actDone.sign") },
  { article: "R9", role: t("law.role.secretary"), title: t("law.actDone.enter_act") },
  { article: "R10", role: t("law.role.secretary"), title: t("law.actDone.confirm_act") },
];

/** The articles of an undisputed declassification with one owner, in order. */
export const declassifiedArticles = "D3 B9 B9a D4 D5 D7 D10 D10 D11";
