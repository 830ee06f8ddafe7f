import type { AccountRefusal } from "./view";

/** The key, in the namespace `accounts`, of the sentence for each thing that can stand in the way. */
export const refusalSentences = {
  heldRole: "refusal.heldRole",
  accountThere: "refusal.accountThere",
  accountLive: "refusal.accountLive",
  notForSelf: "refusal.notForSelf",
  notProposer: "refusal.notProposer",
  seatFits: "refusal.seatFits",
  rolesApart: "refusal.rolesApart",
  notOwnOffice: "refusal.notOwnOffice",
  cooledDown: "refusal.cooledDown",
  otherGavePassword: "refusal.otherGavePassword",
  noPasskeyYet: "refusal.noPasskeyYet",
  administratorConfirms: "refusal.administratorConfirms",
  noneWaiting: "refusal.noneWaiting",
  waiting: "refusal.waiting",
  notEnded: "refusal.notEnded",
  firstHolder: "refusal.firstHolder",
} as const satisfies Record<AccountRefusal["condition"], string>;
