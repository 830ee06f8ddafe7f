import type { Outcome } from "@/lib/law/words";
import { lifted, office, person, signed } from "./matter";

export const archivist = person("archivist", office("archivist"));
export const author = person("author", office("expert"));
export const reader = person("reader", office("expert"));
export const representative = person("representative", office("representative"));
export const member = person("member", office("member"));
export const chair = person("chair", office("chair"));
export const secretary = person("secretary", office("secretary"));
export const head = person("head", office("head"));
export const regionalChair = person("regional", office("chair", { bodyId: "region", bodyKind: "regional" }));

export const bench = (outcome: Outcome | null, answer: "for" | "against" = "for") => [
  signed("member:1", { outcome, answer }),
  signed("member:2", { outcome, answer }),
];
export const full = [...bench("full"), signed("chair", { outcome: "full" })];
export const favourable = { favourable: true, enteredBy: "other-secretary", complete: true };
export const unfavourable = { ...favourable, favourable: false };
export const answered = { spans: [{ ...lifted, ownerAnswer: "lift" as const }] };
export const text = "It was read in the interrogation record of 4 October";
export const basis = "Decision of the commission";
export const act = { complete: true, favourable: true };
