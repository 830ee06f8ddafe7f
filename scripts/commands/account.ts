import { userInfo } from "node:os";
import { parseArgs } from "node:util";
import { ownDesk } from "@/lib/accounts/act";
import type { AccountResult } from "@/lib/accounts/view";
import { newAccount, newReset } from "@/lib/accounts/schema";
import { proposeReset } from "@/lib/accounts/reset";
import { createAccount } from "@/lib/accounts/write";
import { newAppointment } from "@/lib/appointments/schema";
import { confirm, proposeAppointment } from "@/lib/appointments/write";
import { operatorActor } from "@/lib/auth/actor";
import { foldLogin } from "@/lib/auth/credentials";
import { withOneTimePassword } from "@/lib/auth/one-time-password";
import { dayOf } from "@/lib/clock";
import { firstHolders } from "@/lib/law/appointing";
import { findAccountId } from "@/lib/store/accounts";
import { findBodyId } from "@/lib/store/bodies";
import { appClient } from "@/lib/store/client";
import { halt } from "../halt";
import type { Call, Command } from "./command";

type Step = (call: Call, words: string[], options: Record<string, string | undefined>) => Promise<void>;

const options = { locale: { type: "string" }, from: { type: "string" }, to: { type: "string" } } as const;

export const accountCommand: Command = {
  usage: "account create LOGIN NAME [--locale kk|ru|en] | appoint LOGIN ROLE BODY ACT | reset LOGIN WHY",
  about: "the first chair, secretary and administrators; proposes a new password for a lost one",
  async run(call) {
    const { values, positionals } = parseArgs({ args: call.args, options, allowPositionals: true });
    const [name = "", ...words] = positionals;
    const step = Object.hasOwn(steps, name) ? steps[name] : undefined;
    if (!step) throw halt(`Type "npm run aqtalu -- ${accountCommand.usage}".`);
    await step(call, words, values);
  },
};

/** Whoever sits at the keyboard is named in the history. */
const operator = () => operatorActor(userInfo().username);

const steps: Record<string, Step> = {
  async create({ say }, [login, name], { locale = "kk" }) {
    const read = newAccount.safeParse({ login, name, locale });
    if (!read.success)
      throw halt("LOGIN is 3 to 40 Latin letters, digits, dots or hyphens; NAME is the full name.");
    const keep = (passwordHash: string) =>
      createAccount(ownDesk(), operator(), { ...read.data, passwordHash });
    const { password } = granted(await withOneTimePassword(keep));
    say(`Made the account "${read.data.login}".`);
    say(`Its password, shown this once and to be changed at the first sign-in: ${password}`);
  },

  async appoint({ say }, [login = "", role, body = "", act], { from, to }) {
    const accountId = await accountOf(login);
    const bodyId = await findBodyId(appClient(), body);
    if (!bodyId) throw halt(`There is no body "${body}": "npm run aqtalu -- body" lists them and adds one.`);
    const terms = { accountId, role, bodyId, act, from: from ?? dayOf(new Date()), to };
    const read = newAppointment.safeParse(terms);
    if (!read.success)
      throw halt("ROLE is one of the roles, ACT the act of appointment, dates are YYYY-MM-DD.");
    const { id } = granted(await proposeAppointment(ownDesk(), operator(), read.data));
    const alone = firstHolders(read.data.role) > 0;
    const confirmed = alone && (await confirm(ownDesk(), operator(), { kind: "appointment", id, accountId }));
    say(
      confirmed && confirmed.ok
        ? `${login} is ${role} in "${body}" from ${read.data.from}.`
        : "Proposed. It holds once somebody else has confirmed it on the page Accounts.",
    );
  },

  async reset({ say }, [login = "", reason = ""]) {
    const accountId = await accountOf(login);
    const read = newReset.safeParse({ accountId, reason });
    if (!read.success) throw halt('Say why: npm run aqtalu -- account reset LOGIN "what was lost".');
    granted(await proposeReset(ownDesk(), operator(), read.data));
    say(
      "Proposed. An administrator confirms it on the page of the account, and hands the new password over.",
    );
  },
};

async function accountOf(login: string): Promise<string> {
  const id = await findAccountId(appClient(), foldLogin(login));
  if (!id) throw halt(`There is no account "${login}".`);
  return id;
}

const because: Record<string, string> = {
  accountLive: "the account is disabled",
  accountThere: "this account is not one to work on",
  seatFits: "this role is not held in a body of that kind",
  rolesApart: "an administrator or auditor holds no other role",
};

function granted<V>(result: AccountResult<V>): V {
  if (result.ok) return result.value;
  if (result.kind === "input") throw halt("This login is in use already.");
  const refusal = result.kind === "refusal" ? result.refusals[0] : undefined;
  throw halt(
    `Refused${refusal ? `: ${because[refusal.condition] ?? refusal.condition} (${refusal.article})` : ""}.`,
  );
}
