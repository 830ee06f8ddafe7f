import { text } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { directoryKeeper, keptKey } from "@/lib/history/keeper";
import { parseRequest } from "@/lib/ledger/keeper";
import { printVerifierKey } from "@/lib/ledger/keys";
import { halt } from "../halt";
import type { LoneCommand } from "./command";

/** The signer as a program of its own (AQTALU_LOG_SIGNER): run it as a user whom the database cannot become. */
export const signHeadCommand: LoneCommand = {
  usage: "sign-head --dir DIR [--name NAME]",
  about: "signs the head given on standard input, if it goes on from the last; with --name makes the key",
  alone: () => true,
  async run({ args, say }) {
    const { values } = parseArgs({ args, options: { dir: { type: "string" }, name: { type: "string" } } });
    if (!values.dir) throw halt("A signer needs --dir DIR.");
    if (values.name) return say(printVerifierKey(await keptKey(values.dir, "log", values.name)));
    const keeper = directoryKeeper(values.dir, await keptKey(values.dir, "log", "unnamed"), null);
    const request = parseRequest(await text(process.stdin));
    if (!request) throw halt("What was given is no request to sign a head.");
    const answer = await keeper.ask(request);
    if (answer.is === "signed") return say(answer.line);
    say(answer.is === "have" ? String(answer.size) : answer.why);
    process.exitCode = answer.is === "have" ? 3 : 4;
  },
};
