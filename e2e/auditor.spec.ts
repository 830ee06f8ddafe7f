import { execFile, spawnSync } from "node:child_process";
import { copyFile, mkdtemp, rm } from "node:fs/promises";
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
      await by.press(page.getByRole("link", { name: t("history.proofs"), exact: true }));
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
    });
    await test.step("and so does plain Python", async () => {
      if (!withPython) return console.warn("python3 was not found: the second verifier is not asked");
      await copyFile("tests/ledger/verify.py", path.join(folder, "verify.py"));
      for (const kind of ["full", "pseudonymous"]) {
        const { stdout } = await run("python3", ["verify.py", kind, ...given], alone);
        expect(stdout).toContain("There are no faults.");
      }
    });
    await test.step("and the export stands in the history", async () => {
      await page.goto("/history?act=export_history");
      const entries = page.getByRole("list", { name: t("history.caption") }).locator(":scope > li");
      await expect(entries).toHaveCount(2);
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
