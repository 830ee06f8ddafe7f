import { spawn } from "node:child_process";
import { printRequest, type HeadRequest, type KeeperAnswer } from "@/lib/ledger/keeper";
import type { VerifierKey } from "@/lib/ledger/keys";
import { parseLine } from "@/lib/ledger/note";
import type { Keeper } from "./keeper";

const patience = 10_000;

/** A witness at an address (C2SP tlog-witness): POST add-checkpoint. */
export function httpWitness(url: string, key: VerifierKey): Keeper {
  const address = new URL("add-checkpoint", url.endsWith("/") ? url : `${url}/`);
  const ask = async (request: HeadRequest): Promise<KeeperAnswer> => {
    const answer = await fetch(address, {
      method: "POST",
      body: printRequest(request),
      signal: AbortSignal.timeout(patience),
    });
    const text = await answer.text();
    if (answer.ok) return { is: "signed", line: lineOf(text, key) };
    if (answer.status === 409) return { is: "have", size: Number(text.trim()) };
    if (answer.status === 422) return { is: "refused", why: "another history" };
    throw new Error(`witness ${key.name} answered ${answer.status}: ${text.slice(0, 200)}`);
  };
  return { key, ask };
}

/**
 * A signer in a process of its own, which may run as another user or on another machine: reads a request, writes
 * the signature line and ends with 0; or writes the size it signed last and ends with 3.
 */
export function commandSigner(command: string, key: VerifierKey): Keeper {
  const ask = (request: HeadRequest): Promise<KeeperAnswer> =>
    new Promise((resolve, reject) => {
      const child = spawn(command, { shell: true, stdio: ["pipe", "pipe", "inherit"], timeout: patience });
      let text = "";
      child.stdout.setEncoding("utf8").on("data", (part: string) => (text += part));
      child.once("error", reject);
      child.stdin.on("error", () => undefined).end(printRequest(request));
      child.once("close", (code) => {
        if (code === 0) resolve({ is: "signed", line: lineOf(text, key) });
        else if (code === 3) resolve({ is: "have", size: Number(text.trim()) });
        else if (code === 4) resolve({ is: "refused", why: "another history" });
        else reject(new Error(`the signer ended with ${code ?? "a signal"}`));
      });
    });
  return { key, ask };
}

/** The line of this key among those that came back. */
function lineOf(text: string, key: VerifierKey): string {
  const line = text.split("\n").find((one) => parseLine(one)?.id.equals(key.id));
  if (!line) throw new Error(`${key.name} answered without its signature`);
  return line;
}
