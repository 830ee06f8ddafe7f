import type { Act, Work } from "@/lib/law/acts";
import type { BlockCause } from "@/lib/law/blocked";
import type { Condition } from "@/lib/law/conditions";
import type { By } from "@/lib/law/law";
import type { Standing } from "@/lib/law/matter";
import type { besides, Refusal } from "@/lib/law/refusals";
import { slotOf } from "@/lib/law/slots";
import type {
  BodyKind,
  ClaimKind,
  ConflictKind,
  MentionRole,
  Outcome,
  Part,
  ProceedingKind,
  ReasonCode,
  Role,
  Single,
  Slot,
  Stage,
  Step,
  VoidReason,
} from "@/lib/law/words";
import type en from "@/messages/en/law.json";
import type kk from "@/messages/kk/law.json";
import type ru from "@/messages/ru/law.json";

/** Everything that can stand in the way: each has a sentence in three languages, or this file does not compile. */
export type InTheWay = Condition | (typeof besides)[number];
export type Sentences = Record<InTheWay, string>;

/** The words of the law, as messages/<locale>/law.json holds them. */
export type LawWords = {
  condition: Sentences;
  act: Record<Act, string>;
  actDone: Record<Act, string>;
  work: Record<Work, string>;
  workAct: Record<Work, string>;
  article: Record<string, string>;
  role: Record<Role, string>;
  roleShort: Record<Role, string>;
  by: Record<By | "author_of_it", string>;
  bodyKind: Record<BodyKind, string>;
  stage: Record<Stage, string>;
  step: Record<Step, string>;
  outcome: Record<Outcome | "declassified" | "never_secret", string>;
  standing: Record<"closed" | "declassified" | "never_secret", string>;
  slot: Record<Slot, string>;
  reasonCode: Record<ReasonCode, string>;
  mentionRole: Record<MentionRole, string>;
  claimKind: Record<ClaimKind, string>;
  secrecy: Record<"none" | "lift" | "keep", string>;
  access: Record<"open" | "redacted" | "closed", string>;
  single: Record<Single, string>;
  conflictKind: Record<ConflictKind, string>;
  voidReason: Record<VoidReason, string>;
  proceedingKind: Record<ProceedingKind, string>;
  deputyFor: Record<NonNullable<Standing["deputyFor"]>, string>;
  part: Record<Part, string>;
  blockedBy: Record<BlockCause, string>;
};

type Complete<Words extends LawWords> = Words;
/** Types alone: the words themselves are read by lib/i18n, so that no page carries three languages. */
export type InEnglish = Complete<typeof en>;
export type InKazakh = Complete<typeof kk>;
export type InRussian = Complete<typeof ru>;

/** Key, within the namespace `law`, of the sentence that says what stands in the way and what would allow it. */
export function refusalKey(refusal: Pick<Refusal, "condition">): `condition.${InTheWay}` {
  return `condition.${refusal.condition}`;
}

export function conditionKey(condition: InTheWay): `condition.${InTheWay}` {
  return `condition.${condition}`;
}

/** Key of a stored slot: `member:2` reads as a member, `owner:<agency>` as an owner agency. */
export function slotKey(stored: string): `slot.${Slot}` {
  return `slot.${slotOf(stored)}`;
}

/** Key of an article's short title. Articles carry no dots, so that a key stays one step deep. */
export function articleKey(article: string): `article.${string}` {
  return `article.${article}`;
}
