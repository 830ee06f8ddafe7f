import { parseArgs } from "node:util";
import { ownDesk } from "@/lib/accounts/act";
import { addBody } from "@/lib/accounts/bodies";
import { userInfo } from "node:os";
import { operatorActor } from "@/lib/auth/actor";
import { bodyKinds } from "@/lib/law/words";
import { appClient } from "@/lib/store/client";
import { listBodyCodes } from "@/lib/store/bodies";
import { halt } from "../halt";
import type { Command } from "./command";

const options = {
  kk: { type: "string" },
  ru: { type: "string" },
  en: { type: "string" },
  region: { type: "string" },
} as const;

export const bodyCommand: Command = {
  usage: "body [KIND CODE --kk NAME --ru NAME --en NAME [--region REGION]]",
  about: "lists commissions, groups, agencies and archives, or adds one in which roles can be held",
  async run({ args, say }) {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    if (positionals.length === 0) {
      for (const { code, kind, name } of await listBodyCodes(appClient())) say(`  ${code}  ${kind}  ${name}`);
      return;
    }
    const [given, code] = positionals;
    const kind = bodyKinds.find((known) => known === given);
    const { kk, ru, en, region = null } = values;
    if (!kind) throw halt(`KIND is one of ${bodyKinds.join(", ")}.`);
    if (!code || !kk || !ru || !en) throw halt("A body needs a CODE and its name in three languages.");
    const operator = operatorActor(userInfo().username);
    const added = await addBody(ownDesk(), operator, { kind, code, names: { kk, ru, en }, region });
    if (!added) throw halt(`There is a body "${code}" already.`);
    say(`Added "${code}".`);
  },
};
