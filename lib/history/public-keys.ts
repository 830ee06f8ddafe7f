import { readFile } from "node:fs/promises";
import path from "node:path";
import { parseVerifierKey, type VerifierKey } from "@/lib/ledger/keys";
import type { KeeperSettings } from "./keepers";

export type PublicKeys = { log: VerifierKey; witnesses: readonly VerifierKey[]; quorum: number };

/**
 * The public halves alone: for the web server, which has no business with what signs. Null before the worker
 * has made its key; a witness whose directory cannot be read here is left out.
 */
export async function readPublicKeys(settings: KeeperSettings): Promise<PublicKeys | null> {
  const { data, logSigner, witnessDirectories, httpWitnesses } = settings;
  const log = logSigner?.key ?? (await readKey(path.join(data, "keys", "log.pub")));
  if (!log) return null;
  const near = await Promise.all(witnessDirectories.map((one) => readKey(path.join(one, "witness.pub"))));
  const keys = [...near.flatMap((key) => key ?? []), ...httpWitnesses.map(({ key }) => key)];
  const witnesses = keys.map(parseVerifierKey);
  return { log: parseVerifierKey(log), witnesses, quorum: Math.min(2, witnesses.length) };
}

const readKey = (file: string): Promise<string | null> => readFile(file, "utf8").catch(() => null);
