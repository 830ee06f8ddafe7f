import { once } from "node:events";
import { parseArgs } from "node:util";
import { directoryKeeper, keptKey } from "@/lib/history/keeper";
import { witnessServer } from "@/lib/history/witness-server";
import { parseVerifierKey, printVerifierKey } from "@/lib/ledger/keys";
import { halt } from "../halt";
import type { LoneCommand } from "./command";

/** A witness for a machine of its own: it needs no database, and keeps its key and what it signed in DIR. */
export const witnessCommand: LoneCommand = {
  usage: "witness --dir DIR --log KEY [--name NAME] [--port PORT]",
  about: "cosigns the heads of a log for as long as each goes on from the last, and refuses any other",
  alone: () => true,
  async run({ args, say }) {
    const { values } = parseArgs({
      args,
      options: {
        dir: { type: "string" },
        log: { type: "string" },
        name: { type: "string", default: "witness" },
        port: { type: "string", default: "7070" },
      },
    });
    if (!values.dir || !values.log) throw halt("A witness needs --dir DIR and --log KEY.");
    const key = await keptKey(values.dir, "witness", values.name);
    const server = witnessServer(directoryKeeper(values.dir, key, parseVerifierKey(values.log)));
    server.listen(Number(values.port));
    await once(server, "listening");
    say(`The witness listens on port ${values.port}. Its key, for AQTALU_WITNESSES:`);
    say(printVerifierKey(key));
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => server.close());
    await once(server, "close");
  },
};
