import { execFile, spawnSync } from "node:child_process";
import { copyFile, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { expect, test, type Locator, type Page } from "@playwright/test";
import { Desk } from "./support/desk";
import { keyboard, tabTo } from "./support/input";

test.describe.configure({ timeout: 240_000 });

const run = promisify(execFile);
const withPython = spawnSync("python3", ["--version"]).status === 0;

test("the auditor checks everything and takes it away by keyboard; both programs prove it in an empty folder", async ({
  browser,
}) => {
  const desk = await Desk.open(browser, keyboard);
  const folder = await mkdtemp(path.join(tmpdir(), "aqtalu-auditor-"));
  const { t, by } = desk;
  try {
    const page = await desk.as("auditor", "/history");
    await test.step("finds an act, and the proofs", async () => {
      await by.select(page.getByLabel(t("history.filter.act")), t("law.act.lift"));
      await by.press(page.getByRole("button", { name: t("history.filter.apply"), exact: true }));
      await page.waitForURL("**act=lift**");
      await expect(page.getByRole("list", { name: t("history.caption") })).toContainText(
        t("law.actDone.lift"),
        {
          ignoreCase: true,
        },
      );
    });
    await test.step("sees that the act is proven, and takes its receipt on paper and as a file", async () => {
      const list = page.getByRole("list", { name: t("history.caption") });
      await by.press(list.getByRole("link", { name: /\d$/ }).first());
      await page.waitForURL("**/history/entries/*");
      await expect(page.getByText(t("proof.entry.standing.proven.title"), { exact: true })).toBeVisible();
      await expect(page.getByText(t("proof.entry.evidence.same"))).toBeVisible();
      await saved(
        page,
        page.getByRole("link", { name: t("proof.entry.json") }),
        path.join(folder, "receipt.json"),
      );
      await saved(
        page,
        page.getByRole("link", { name: t("proof.entry.pdf") }),
        path.join(folder, "receipt.pdf"),
      );
      await by.press(page.getByRole("link", { name: t("proof.entry.back"), exact: true }).last());
      await page.waitForURL("**/history");
    });
    await test.step("sees who read closed sheets, and takes that away as a table", async () => {
      await by.press(page.getByRole("link", { name: t("audit.tabs.sheets"), exact: true }));
      await page.waitForURL("**/history/sheets");
      await expect(page.getByRole("table").getByRole("row")).not.toHaveCount(1);
      const file = path.join(folder, "sheets.csv");
      await saved(page, page.getByRole("button", { name: t("audit.csv.get"), exact: true }), file);
      const table = await readFile(file, "utf8");
      expect(table).toMatch(/^\ufeffnumber,leaf,at,reader,/);
      expect(table.split("\r\n").length).toBeGreaterThan(5);
    });
    await test.step("draws a sample, the same again from its address, and has its papers", async () => {
      await by.press(page.getByRole("link", { name: t("audit.tabs.sample"), exact: true }));
      await page.waitForURL("**/history/sample");
      await by.press(page.getByRole("button", { name: t("audit.sample.draw"), exact: true }));
      await page.waitForURL("**seed=**");
      const drawn = page.getByRole("table").getByRole("row");
      await expect(drawn).toHaveCount(21);
      const before = await drawn.allInnerTexts();
      await page.goto(page.url());
      expect(await drawn.allInnerTexts()).toEqual(before);
      await by.press(page.getByRole("link", { name: t("audit.sample.papers"), exact: true }));
      await expect(page.locator("article")).toHaveCount(20);
    });
    await test.step("follows a report to the entries behind it", async () => {
      await page.goto("/history/reports");
      await by.press(page.getByRole("table").getByRole("rowheader").first().getByRole("link"));
      await page.waitForURL("**signed=unopened**");
      await expect(page.getByRole("list", { name: t("history.caption") })).toContainText(
        t("history.unopened"),
      );
      await by.press(page.getByRole("link", { name: t("audit.tabs.proofs"), exact: true }));
      await page.waitForURL("**/history/proofs");
    });
    await test.step("checks everything", async () => {
      await by.press(page.getByRole("button", { name: t("proofs.check.start"), exact: true }));
      await expect(page.getByText(t("proofs.check.whole"))).toBeVisible();
    });
    await test.step("takes away a signed head and both bundles", async () => {
      const head = page.getByRole("link", { name: t("proofs.checkpoint.get", { size: "@" }).split("@")[0]! });
      await saved(page, head.first(), path.join(folder, "head.txt"));
      for (const kind of ["full", "pseudonymous"] as const) {
        const button = page.getByRole("button", { name: t(`proofs.bundle.${kind}.get`), exact: true });
        await saved(page, button, path.join(folder, kind));
      }
    });
    await test.step("has it proven that one head goes on from another", async () => {
      await by.press(page.getByRole("link", { name: t("proof.consistency.link"), exact: true }));
      await page.waitForURL("**/history/consistency");
      await by.press(page.getByRole("button", { name: t("proof.consistency.show"), exact: true }));
      await expect(page.getByText(t("proof.consistency.holds.title"), { exact: true })).toBeVisible();
      const get = page.getByRole("link", { name: t("proof.consistency.get"), exact: true });
      await saved(page, get, path.join(folder, "consistency.json"));
      await by.press(page.getByRole("link", { name: t("proof.consistency.back"), exact: true }));
      await page.waitForURL("**/history/proofs");
    });
    const keys = await test.step("copies the keys", async () => {
      await by.press(page.getByText(t("proofs.bundle.how"), { exact: true }));
      const commands = await page.locator("details pre").innerText();
      return [...new Set([...commands.matchAll(/--key (\S+)/g)].map((match) => match[1]!))];
    });
    expect(desk.pointerUses()).toBe(0);

    const given = [...keys.flatMap((key) => ["--key", key]), "--checkpoint", "head.txt"];
    const alone = { cwd: folder, env: { NODE_ENV: "production", PATH: process.env.PATH } as const };
    await test.step("plain Node proves both", async () => {
      await run("npm", ["run", "-s", "aqtalu", "--", "verifier", "--out", path.join(folder, "verify.mjs")]);
      for (const kind of ["full", "pseudonymous"]) {
        const { stdout } = await run(process.execPath, ["verify.mjs", kind, ...given], alone);
        expect(stdout).toContain("are proven, as of");
        expect(stdout).toContain("the history is whole");
      }
      for (const file of ["receipt.json", "receipt.pdf"]) {
        const { stdout } = await run(process.execPath, ["verify.mjs", file, ...given], alone);
        expect(stdout).toContain("The receipt is genuine");
        expect(stdout).toContain("lift");
      }
      const { stdout } = await run(process.execPath, ["verify.mjs", "consistency.json", ...given], alone);
      expect(stdout).toContain("goes on from the older one");
    });
    await test.step("and so does plain Python", async () => {
      if (!withPython) return console.warn("python3 was not found: the second verifier is not asked");
      await copyFile("tests/ledger/verify.py", path.join(folder, "verify.py"));
      for (const kind of ["full", "pseudonymous"]) {
        const { stdout } = await run("python3", ["verify.py", kind, ...given], alone);
        expect(stdout).toContain("There are no faults.");
      }
      for (const file of ["receipt.json", "receipt.pdf"]) {
        const { stdout } = await run("python3", ["verify.py", file, ...given], alone);
        expect(stdout).toContain("The receipt is genuine");
      }
      const { stdout } = await run("python3", ["verify.py", "consistency.json", ...given], alone);
      expect(stdout).toContain("goes on from the earlier one");
    });
    await test.step("and the export stands in the history", async () => {
      await page.goto("/history?act=export_history");
      const entries = page.getByRole("list", { name: t("history.caption") }).locator(":scope > li");
      await expect(entries).toHaveCount(3);
    });
  } finally {
    await desk.close();
    await rm(folder, { recursive: true });
  }
});

async function saved(page: Page, control: Locator, file: string): Promise<void> {
  await tabTo(control);
  const download = page.waitForEvent("download");
  await page.keyboard.press("Enter");
  await (await download).saveAs(file);
}
