import { openKeepers, readKeeperSettings } from "@/lib/history/keepers";
import { printVerifierKey } from "@/lib/ledger/keys";
import type { LoneCommand } from "./command";

export const keysCommand: LoneCommand = {
  usage: "keys",
  about: "prints the public keys of the log and of its witnesses, for those who check",
  alone: () => true,
  async run({ say }) {
    const { signer, witnesses } = await openKeepers(readKeeperSettings(process.env));
    for (const { key } of [signer, ...witnesses]) say(printVerifierKey(key));
  },
};
