import { createHash } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { builtActions } from "./actions";
import { callAction, headersOf, ownPage } from "./post";
import { baseUrl } from "./sign-in";

/** Sends a file as the page does, past the page, and waits until it was read and compared; gives the import's id. */
export async function sendImport(cookie: string, name: string, bytes: Uint8Array): Promise<string> {
  const sender = { cookie, ...ownPage };
  const headers = {
    ...headersOf(sender),
    "tus-resumable": "1.0.0",
    "upload-length": String(bytes.length),
    "content-type": "application/offset+octet-stream",
  };
  const sent = await fetch(`${baseUrl}/api/upload/intake`, {
    method: "POST",
    headers,
    body: Buffer.from(bytes),
  });
  const id = sent.headers.get("location")?.split("/").at(-1);
  if (!id) throw new Error(`the import was not taken: ${sent.status}`);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const begin = builtActions().get("intake#beginImport")!;
  const begun = await callAction(begin, { id, name, sha256, encoding: "", separator: "" }, sender);
  if (!/"ok":true/.test(JSON.stringify(begun))) throw new Error(`not begun: ${JSON.stringify(begun)}`);
  while ((await stateOf(id, sender)) === "analysing") await pause(100);
  return id;
}

/** Accepts an import as its page shows it, and waits until it is written. */
export async function acceptImport(cookie: string, id: string): Promise<void> {
  const sender = { cookie, ...ownPage };
  const page = await fetch(`${baseUrl}/intake/${id}`, { headers: headersOf(sender) });
  const digest = /name="digest" value="([0-9a-f]{64})"/.exec(await page.text())?.[1];
  if (!digest) throw new Error("there is nothing to accept");
  const accepted = await callAction(builtActions().get("intake#acceptImport")!, { id, digest }, sender);
  if (!/"ok":true/.test(JSON.stringify(accepted))) throw new Error(JSON.stringify(accepted));
  while ((await stateOf(id, sender)) === "accepting") await pause(100);
}

async function stateOf(id: string, sender: typeof ownPage & { cookie: string }): Promise<string> {
  const asked = await fetch(`${baseUrl}/api/intake/${id}/progress`, { headers: headersOf(sender) });
  return ((await asked.json()) as { state: string }).state;
}
