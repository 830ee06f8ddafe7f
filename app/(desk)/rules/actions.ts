"use server";

import { ownDesk } from "@/lib/accounts/act";
import { action } from "@/lib/action";
import { reauthenticate } from "@/lib/auth/again";
import { confirmation, newRuleSet, withdrawal } from "@/lib/rules/schema";
import * as rules from "@/lib/rules/write";

const shown = ({ version }: { version: number }) => ["/rules", "/rules/new", `/rules/${version}`];

export const proposeRuleSet = action({
  input: newRuleSet,
  run: (actor, input) => rules.proposeRuleSet(ownDesk(), actor, input),
  revalidate: shown,
});

export const confirmRuleSet = action({
  input: confirmation,
  run: (actor, input) => rules.confirmRuleSet(ownDesk(), actor, input, reauthenticate(actor)),
  revalidate: shown,
});

export const withdrawRuleSet = action({
  input: withdrawal,
  run: (actor, input) => rules.withdrawRuleSet(ownDesk(), actor, input),
  revalidate: shown,
});
