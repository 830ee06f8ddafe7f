import { expect, type BrowserContext, type Page } from "@playwright/test";
import type { Desk } from "./desk";
import { accountOf } from "./session";

/** A virtual authenticator in the browser of a page: it verifies whoever touches it, and touches itself. */
export async function plugIn(page: Page): Promise<void> {
  const client = await page.context().newCDPSession(page);
  await client.send("WebAuthn.enable");
  await client.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

/** The code for a first passkey, as an administrator reads it from the page of an account. */
export async function codeFor(desk: Desk, login: string): Promise<string> {
  const { t } = desk;
  const page = await desk.as("admin1", "/accounts");
  await page
    .getByRole("link", { name: accountOf(login).name })
    .first()
    .click();
  await page.waitForURL("**/accounts/*");
  await page.locator("summary", { hasText: t("accounts.security.code.title") }).click();
  await page.getByRole("button", { name: t("accounts.security.code.issue"), exact: true }).click();
  return page.locator("main code").last().innerText();
}

/** Makes a passkey on the page of one's own account: the first with a code, another with one that is there. */
export async function makePasskey(
  desk: Desk,
  page: Page,
  { login, label, code }: { login: string; label: string; code?: string },
): Promise<void> {
  const { t } = desk;
  await page.goto("/profile");
  const passkeys = page.locator("#passkeys");
  if (!code) await passkeys.getByText(t("auth.passkey.addNext"), { exact: true }).click();
  await passkeys.getByLabel(t("auth.passkey.label"), { exact: true }).fill(label);
  await passkeys.getByLabel(t("auth.passkey.password"), { exact: true }).fill(accountOf(login).password);
  if (code) await passkeys.getByLabel(t("auth.passkey.code"), { exact: true }).fill(code);
  const name = t(code ? "auth.passkey.makeFirst" : "auth.passkey.makeNext");
  await passkeys.getByRole("button", { name, exact: true }).click();
  await expect(passkeys.getByRole("table")).toContainText(label);
}

/** What the passkey in this browser answers to a challenge of our own choosing, as the page would send it. */
export function answerTo(
  page: Page,
  options: { challenge: string; allow: readonly string[] },
): Promise<string> {
  return page.evaluate(async ({ challenge, allow }) => {
    const bytes = (text: string) =>
      Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
    const text = (buffer: ArrayBuffer) =>
      btoa(String.fromCharCode(...new Uint8Array(buffer)))
        .replaceAll("+", "-")
        .replaceAll("/", "_")
        .replaceAll("=", "");
    const got = (await navigator.credentials.get({
      publicKey: {
        challenge: bytes(challenge),
        allowCredentials: allow.map((id) => ({ id: bytes(id), type: "public-key" as const })),
        userVerification: "required",
      },
    })) as PublicKeyCredential;
    const { authenticatorData, clientDataJSON, signature } = got.response as AuthenticatorAssertionResponse;
    return JSON.stringify({
      ...{ id: got.id, rawId: got.id, type: got.type },
      response: {
        authenticatorData: text(authenticatorData),
        clientDataJSON: text(clientDataJSON),
        signature: text(signature),
      },
    });
  }, options);
}

/** The cookies of a browser, to send requests past its pages. */
export async function cookieOf(context: BrowserContext): Promise<string> {
  return (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
}
