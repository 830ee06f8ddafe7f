import { expect, test } from "@playwright/test";
import { alone, listTitle, writeDayTable } from "./day-table";
import { answerAccess, openFile } from "./declassify";
import type { Desk } from "./desk";
import { takeIn } from "./register";

export type FileOfDay = { id: string; title: string; proceeding: string };

/** The archivist's part, which is counted nowhere: the table is taken in, access answered, each file opened. */
export async function prepare(desk: Desk): Promise<FileOfDay[]> {
  return test.step("archivist takes in the files and opens them", async () => {
    await takeIn(desk, "archivist1", writeDayTable());
    const page = await desk.as("archivist1", `/files?view=list&q=${encodeURIComponent("Рабочий день")}`);
    const found = await page
      .locator("main tbody tr a[href^='/files/']")
      .evaluateAll((all) => all.map((a) => ({ href: a.getAttribute("href")!, title: a.textContent.trim() })));
    expect(found.length).toBe(alone + 1);
    const files: FileOfDay[] = [];
    for (const { href, title } of found) {
      const file = { id: href.split("/")[2]!, leaves: title === listTitle ? 60 : 24 };
      await answerAccess(desk, "archivist1", file);
      files.push({ id: file.id, title, proceeding: await openFile(desk, file.id) });
    }
    return files;
  });
}

/** Addresses of the cases of these files: all, and those with a file of their own. */
export async function casesOf(
  desk: Desk,
  files: readonly FileOfDay[],
): Promise<{ single: string[]; all: string[] }> {
  const all: string[] = [];
  const single: string[] = [];
  for (const { id, title } of files) {
    const page = await desk.as("secretary1", `/files/${id}?tab=cases`);
    const found = await page
      .locator("table a[href^='/cases/']")
      .evaluateAll((links) => links.map((a) => a.getAttribute("href")!));
    const cases = [...new Set(found)];
    all.push(...cases);
    if (title !== listTitle) single.push(...cases);
  }
  return { single, all };
}
