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
    const text = await readSome(answer);
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
      // In a group of its own: what the shell started ends with it.
      const child = spawn(command, { shell: true, detached: true, stdio: ["pipe", "pipe", "inherit"] });
      const late = setTimeout(() => {
        if (child.pid) process.kill(-child.pid, "SIGKILL");
        reject(new Error(`the signer did not answer within ${patience} ms`));
      }, patience);
      let text = "";
      child.stdout.setEncoding("utf8").on("data", (part: string) => (text += part));
      child.once("error", reject);
      child.stdin.on("error", () => undefined).end(printRequest(request));
      child.once("close", (code) => {
        clearTimeout(late);
        const line = parseLine(text.trim())?.id.equals(key.id) ? text.trim() : null;
        if (code === 0 && line) resolve({ is: "signed", line });
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

const largest = 64 * 1024;

/** No answer of a witness is longer; what is, is cut off. */
async function readSome(answer: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of answer.body ?? []) {
    parts.push(part);
    size += part.length;
    if (size > largest) throw new Error("the answer is too long for a witness");
  }
  return Buffer.concat(parts).toString("utf8");
}
