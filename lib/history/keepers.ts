import path from "node:path";
import { distinctKeys, parseSignerKey, parseVerifierKey } from "@/lib/ledger/keys";
import { adoptKey, directoryKeeper, keptKey, type Keeper } from "./keeper";
import { commandSigner, httpWitness } from "./keeper-remote";

/** Where the log's key is and who witnesses, as the environment says (docs/operations.md). */
export type KeeperSettings = {
  data: string;
  url: string;
  /** The key itself, for those who keep secrets in the environment. */
  logKey: string | null;
  /** A command that signs, and the public half of its key. */
  logSigner: { command: string; key: string } | null;
  witnessDirectories: readonly string[];
  httpWitnesses: readonly { url: string; key: string }[];
};

export type Keepers = {
  readonly signer: Keeper;
  readonly witnesses: readonly Keeper[];
  /** How many witnesses a checkpoint needs: two, or all where there are fewer. */
  readonly quorum: number;
};

type Source = Record<string, string | undefined>;

/** Throws one sentence that names the variable. */
export function readKeeperSettings(from: Source): KeeperSettings {
  const data = from.AQTALU_DATA || ".aqtalu";
  const command = from.AQTALU_LOG_SIGNER || null;
  if (command && !from.AQTALU_LOG_PUBLIC)
    throw new Error("AQTALU_LOG_SIGNER needs AQTALU_LOG_PUBLIC, the public half of the signer's key.");
  return {
    data,
    url: from.AQTALU_URL || "http://localhost",
    logKey: from.AQTALU_LOG_KEY || null,
    logSigner: command ? { command, key: from.AQTALU_LOG_PUBLIC ?? "" } : null,
    witnessDirectories: listOf(from.AQTALU_WITNESS_DIRS) ?? [path.join(data, "witness")],
    httpWitnesses: (listOf(from.AQTALU_WITNESSES) ?? []).map((pair) => {
      const [url = "", key = ""] = pair.split(/\s+/);
      if (!URL.canParse(url) || !key)
        throw new Error('AQTALU_WITNESSES must be a list of "https://address key", separated by commas.');
      return { url, key };
    }),
  };
}

const listOf = (text: string | undefined): string[] | null =>
  text === undefined ? null : text.split(",").flatMap((one) => one.trim() || []);

/** Opens the signer and the witnesses; keys that are not there yet are made. */
export async function openKeepers(settings: KeeperSettings): Promise<Keepers> {
  const signer = await openSigner(settings);
  const near = settings.witnessDirectories.map(async (directory, nth) => {
    const key = await keptKey(directory, "witness", `${signer.key.name}/witness-${nth + 1}`);
    return directoryKeeper(directory, key, signer.key);
  });
  const far = settings.httpWitnesses.map(({ url, key }) => httpWitness(url, parseVerifierKey(key)));
  const all = [...(await Promise.all(near)), ...far];
  const keys = distinctKeys(all.map(({ key }) => key));
  const witnesses = all.filter(({ key }) => keys.includes(key));
  return { signer, witnesses, quorum: Math.min(2, witnesses.length) };
}

async function openSigner({ data, url, logKey, logSigner }: KeeperSettings): Promise<Keeper> {
  if (logSigner) return commandSigner(logSigner.command, parseVerifierKey(logSigner.key));
  const directory = path.join(data, "keys");
  if (!logKey) return directoryKeeper(directory, await keptKey(directory, "log", originOf(url)), null);
  const key = parseSignerKey(logKey);
  await adoptKey(directory, key);
  return directoryKeeper(directory, key, null);
}

/** The name of the log: its address without a scheme, as C2SP asks for. It stays what it was at first. */
const originOf = (url: string): string => `${new URL(url).host}/history`;
