import type { Desk } from "./desk";

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
