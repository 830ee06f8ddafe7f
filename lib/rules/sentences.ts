import type { RuleRefusal } from "@/lib/law/rule-making";
import type { RuleKey } from "@/lib/law/rule-set";
import type en from "@/messages/en/rules.json";
import type kk from "@/messages/kk/rules.json";
import type ru from "@/messages/ru/rules.json";
import type { RuleState } from "./view";

/** The words of the rules, as messages/<locale>/rules.json holds them: a rule without a name does not compile. */
export type RuleWords = {
  rule: Record<RuleKey, string>;
  hint: Record<RuleKey, string>;
  state: Record<RuleState, string>;
  refusal: Record<RuleRefusal["condition"], string>;
};

type Complete<Words extends RuleWords> = Words;
export type InEnglish = Complete<typeof en>;
export type InKazakh = Complete<typeof kk>;
export type InRussian = Complete<typeof ru>;

/** Key, within the namespace `rules`, of the sentence that says what stands in the way and what would allow it. */
export const refusalKey = (condition: RuleRefusal["condition"]): `refusal.${string}` =>
  `refusal.${condition}`;
