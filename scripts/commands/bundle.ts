import { createWriteStream } from "node:fs";
import { rename } from "node:fs/promises";
import { once } from "node:events";
import { parseArgs } from "node:util";
import { exportHistory } from "@/lib/history/export";
import { openKeepers, readKeeperSettings } from "@/lib/history/keepers";
import { printVerifierKey } from "@/lib/ledger/keys";
import { appPool } from "@/lib/store/client";
import { halt } from "../halt";
import type { Command } from "./command";

export const bundleCommand: Command = {
  usage: "bundle --out FILE [--pseudonymous]",
  about: "writes the whole history with its proofs, for somebody who checks it elsewhere",
  async run({ args, say }) {
    const { values } = parseArgs({
      args,
      options: { out: { type: "string" }, pseudonymous: { type: "boolean", default: false } },
    });
    if (!values.out) throw halt("Say where to: --out FILE.");
    const { signer, witnesses, quorum } = await openKeepers(readKeeperSettings(process.env));
    const kind = values.pseudonymous ? "pseudonymous" : "full";
    const file = createWriteStream(`${values.out}.part`, { flags: "wx", mode: 0o600 });
    const client = await appPool().connect();
    try {
      await exportHistory(client, { kind, origin: signer.key.name, quorum }, async (line) => {
        if (!file.write(`${line}\n`)) await once(file, "drain");
      });
    } finally {
      client.release();
      file.end();
      await once(file, "close");
    }
    await rename(`${values.out}.part`, values.out);
    const keys = [signer, ...witnesses].map(({ key }) => `--key ${printVerifierKey(key)}`);
    say(`Wrote ${values.out}. To check it: npm run aqtalu -- verify ${values.out} ${keys.join(" ")}`);
  },
};
