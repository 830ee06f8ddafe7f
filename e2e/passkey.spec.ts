import { randomUUID } from "node:crypto";
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { expect, test, type Page } from "@playwright/test";
import { parseVerifierKey } from "@/lib/ledger/keys";
import { checkReceipt } from "@/lib/ledger/receipt";
import { builtActions } from "./support/actions";
import { Desk } from "./support/desk";
import { answerTo, codeFor, cookieOf, makePasskey, plugIn } from "./support/passkey";
import { callAction, ownPage } from "./support/post";
import { accountOf } from "./support/session";

test.describe.configure({ timeout: 400_000 });

const run = promisify(execFile);
const me = "member4";
const other = "member6";

test("a member makes a passkey, signs a case and a register with one touch each, and nobody else can", async ({
  browser,
}) => {
  const desk = await Desk.open(browser);
  const folder = await mkdtemp(path.join(tmpdir(), "aqtalu-receipts-"));
  const { t } = desk;
  try {
    const page = await desk.as(me, "/profile");
    await plugIn(page);
    await test.step("the first passkey takes the password and an administrator's code", async () => {
      const code = await codeFor(desk, me);
      await refuseWithout(page, desk, "0000-0000-0000-0000-0000");
      await makePasskey(desk, page, { login: me, label: "Work computer", code });
    });

    const item = await test.step("a case is signed with a touch", async () => {
      await page.goto(`/proceedings/${(await itemsOf(page))[0]}/sign?act=sign`);
      await expect(page.locator("input[name=password]")).toHaveCount(0);
      const form = await formOf(page);
      const button = page.getByRole("button", { name: t("acts.withPasskey", { act: t("law.act.sign") }) });
      const sent = page.waitForRequest((request) => (request.postData() ?? "").includes("assertion"));
      await button.click();
      const assertion = assertionIn((await sent).postData() ?? "");
      await page.waitForURL("**/receipt/*");
      await expect(page.getByText(t("cases.aside.method.passkey")).first()).toBeVisible();
      return { form, assertion };
    });

    await test.step("what was signed is not signed again, altered, over something else or by another", async () => {
      await page.goto(`/proceedings/${(await itemsOf(page))[0]}/sign?act=sign`);
      const form = {
        ...(await formOf(page)),
        kept: [],
        spanId: [],
        grade: [],
        keepBasis: [],
        reviewDate: [],
      };
      const cookie = await cookieOf(page.context());
      const actions = builtActions();
      const send = async (name: string, input: object) => {
        const answer = await callAction(actions.get(`proceedings#${name}`)!, input, { cookie, ...ownPage });
        return (answer as { result: { ok: boolean; fields?: object; value?: unknown } }).result;
      };
      const asked = { ...form, key: randomUUID() };
      const prepared = await send("prepareSignature", asked);
      const { challenge, allowCredentials } = prepared.value as {
        challenge: string;
        allowCredentials: { id: string }[];
      };
      const allow = allowCredentials.map(({ id }) => id);
      const own = await answerTo(page, { challenge, allow });
      const refused = { ok: false, kind: "input", fields: { assertion: "passkeyRefused" } };

      // Replayed: another case's, and this one's under another key.
      expect(await send("sign", { ...asked, assertion: item.assertion })).toEqual(refused);
      expect(await send("sign", { ...asked, key: randomUUID(), assertion: own })).toEqual(refused);
      // Altered in one letter of each part.
      for (const part of ["authenticatorData", "clientDataJSON", "signature"] as const)
        expect(await send("sign", { ...asked, assertion: altered(own, part) })).toEqual(refused);
      // Over another statement: another outcome, another reason, something random.
      const random = await answerTo(page, { challenge: Buffer.alloc(32, 7).toString("base64url"), allow });
      expect(await send("sign", { ...asked, assertion: random })).toEqual(refused);
      expect(await send("sign", { ...asked, outcome: "refused", reasonText: "no", assertion: own })).toEqual(
        refused,
      );
      expect(await send("sign", { ...asked, basis: "another basis", assertion: own })).toEqual(refused);
      // With the password, which a passkey's holder no longer signs with.
      const { password } = accountOf(me);
      expect(await send("sign", { ...asked, key: randomUUID(), password })).toMatchObject({
        kind: "refusal",
        refusals: [{ sentence: t("law.condition.methodSuffices") }],
      });

      await test.step("nor by the passkey of another member", async () => {
        const theirs = await desk.as(other, "/profile");
        await plugIn(theirs);
        await makePasskey(desk, theirs, { login: other, label: "USB key", code: await codeFor(desk, other) });
        const key = await answerTo(theirs, { challenge, allow: [] });
        expect(await send("sign", { ...asked, assertion: key })).toEqual(refused);
        const named = { ...(JSON.parse(key) as object), id: allow[0], rawId: allow[0] };
        expect(await send("sign", { ...asked, assertion: JSON.stringify(named) })).toEqual(refused);
      });

      // And the true one is good, once.
      const good = await send("sign", { ...asked, assertion: own });
      expect(good).toMatchObject({ ok: true });
      // The same bytes are not taken again; another touch for the same order has the first answer.
      expect(await send("sign", { ...asked, assertion: own })).toEqual(refused);
      const again = await answerTo(page, { challenge, allow });
      expect(await send("sign", { ...asked, assertion: again })).toEqual(good);
    });

    const receipts = await test.step("a register is signed with one touch", async () => {
      await page.goto("/registers?act=sign&kind=rehabilitation&step=signing&outcome=full");
      const items = await page.locator("input[name=item]").count();
      expect(items).toBeGreaterThanOrEqual(200);
      await page.getByRole("button", { name: t("acts.signMany", { count: items }) }).click();
      const results = page.getByRole("table", { name: t("acts.results.caption") });
      await expect(results).toBeVisible({ timeout: 200_000 });
      await expect(results.locator("tbody tr")).toHaveCount(items);
      await expect(results.getByText(t("acts.results.no"), { exact: true })).toHaveCount(0);
      const links = await results
        .locator("tbody tr a")
        .evaluateAll((found) => found.map((a) => (a as HTMLAnchorElement).href));
      return links;
    });

    await test.step("each receipt is proven offline", async () => {
      const auditor = await desk.as("auditor", "/history?act=sign&signed=any");
      const entries = await entriesOf(auditor, receipts.length + 2);
      expect(new Set(entries).size).toBe(receipts.length + 2);
      const keys = await keysOf(auditor, desk);
      await run("npm", ["run", "-s", "aqtalu", "--", "verifier", "--out", path.join(folder, "verify.mjs")]);
      const alone = { cwd: folder, env: { NODE_ENV: "production", PATH: process.env.PATH } as const };
      const [log, ...witnesses] = keys.map(parseVerifierKey);
      for (const [nth, entry] of entries.entries()) {
        const get = () => auditor.request.get(`/api/history/receipt/${entry}`);
        // The newest wait a moment for the witnesses.
        await expect(async () => expect((await get()).status()).toBe(200)).toPass();
        const line = await (await get()).text();
        expect(line).toContain('"passkey":{"assertion":');
        await writeFile(path.join(folder, `receipt-${nth}.json`), line);
        const trust = { log: log!, witnesses, quorum: Math.min(2, witnesses.length) };
        expect(checkReceipt(line.trimEnd(), trust).faults).toEqual([]);
      }
      for (const nth of [0, 1, Math.floor(entries.length / 2), entries.length - 1]) {
        const given = [`receipt-${nth}.json`, ...keys.flatMap((key) => ["--key", key])];
        const { stdout } = await run(process.execPath, ["verify.mjs", ...given], alone);
        expect(stdout).toContain("The receipt is genuine");
      }
    });
  } finally {
    await desk.close();
    await rm(folder, { recursive: true });
  }
});

/** The proceedings of the register that this person could sign, in its order. */
async function itemsOf(page: Page): Promise<string[]> {
  await page.goto("/registers?act=sign&kind=rehabilitation&step=signing&outcome=full");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const values = await page
    .locator("input[name=item]")
    .evaluateAll((all) => all.map((input) => (input as HTMLInputElement).value));
  return values.map((value) => value.split(":")[0]!);
}

async function refuseWithout(page: Page, { t }: Desk, code: string): Promise<void> {
  const passkeys = page.locator("#passkeys");
  await passkeys.getByLabel(t("auth.passkey.label"), { exact: true }).fill("nothing");
  await passkeys.getByLabel(t("auth.passkey.password"), { exact: true }).fill(accountOf(me).password);
  await passkeys.getByLabel(t("auth.passkey.code"), { exact: true }).fill(code);
  await passkeys.getByRole("button", { name: t("auth.passkey.makeFirst"), exact: true }).click();
  await expect(passkeys.locator("[name=code]")).toHaveAttribute("aria-invalid", "true");
}

/** The hidden fields of the sign form, as an action takes them. */
const formOf = (page: Page): Promise<Record<string, string>> =>
  page
    .locator("main form input[type=hidden]")
    .evaluateAll((found) =>
      Object.fromEntries(
        found.map((input) => [(input as HTMLInputElement).name, (input as HTMLInputElement).value]),
      ),
    );

/** The assertion in the body of a form that was sent. */
function assertionIn(body: string): string {
  const found = /name="[^"]*assertion"\r?\n\r?\n([^\r\n]+)/.exec(body)?.[1];
  if (!found) throw new Error("no assertion in the form");
  return found;
}

function altered(answer: string, part: "authenticatorData" | "clientDataJSON" | "signature"): string {
  const read = JSON.parse(answer) as { response: Record<string, string> };
  const bytes = Buffer.from(read.response[part]!, "base64url");
  bytes[bytes.length - 1]! ^= 1;
  return JSON.stringify({ ...read, response: { ...read.response, [part]: bytes.toString("base64url") } });
}

/** The numbers of the newest entries of the list that the auditor has open. */
async function entriesOf(page: Page, wanted: number): Promise<string[]> {
  const found: string[] = [];
  for (;;) {
    const links = await page
      .locator("main a[href^='/history/entries/']")
      .evaluateAll((all) => all.map((link) => link.getAttribute("href")!));
    found.push(...links.map((href) => href.split("/").at(-1)!));
    const next = page.locator("main a[rel=next]");
    if (found.length >= wanted || (await next.count()) === 0) return found.slice(0, wanted);
    await page.goto((await next.getAttribute("href"))!);
  }
}

/** The public keys, as the page of the proofs gives them. */
async function keysOf(page: Page, { t }: Desk): Promise<string[]> {
  await page.goto("/history/proofs");
  await page.getByText(t("proofs.bundle.how"), { exact: true }).click();
  const commands = await page.locator("details pre").innerText();
  return [...new Set([...commands.matchAll(/--key (\S+)/g)].map((match) => match[1]!))];
}
