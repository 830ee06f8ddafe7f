import type { Office } from "./actor";
import type { Work } from "./acts";
import { judgeByOffice } from "./decide-work";
import { worksLaw } from "./law";

/** Works on a transfer of files from one archive to another: articles P20–P25 of law.ts. */
export type TransferWork = Extract<
  Work,
  | "announce_transfer"
  | "withdraw_transfer"
  | "receive_transfer"
  | "check_transfer"
  | "accept_transfer"
  | "return_transfer"
>;

/** The database holds the same lists as checks. */
export const transferStates = [
  "announced",
  "received",
  "checked",
  "accepted",
  "returned",
  "withdrawn",
] as const;
export type TransferState = (typeof transferStates)[number];

/** Why a transfer goes back, or is taken back. */
export const transferReasons = ["missing", "surplus", "damaged", "inventory", "basis", "other"] as const;
export type TransferReason = (typeof transferReasons)[number];

type StepRow = {
  work: TransferWork;
  side: "from" | "to";
  at: readonly (TransferState | "none")[];
  to: TransferState;
};

/** Which side takes a step, from where, and where it leads. Accepted and withdrawn are ends. */
export const transferSteps: readonly StepRow[] = [
  { work: "announce_transfer", side: "from", at: ["none", "returned"], to: "announced" },
  { work: "withdraw_transfer", side: "from", at: ["announced", "returned"], to: "withdrawn" },
  { work: "receive_transfer", side: "to", at: ["announced"], to: "received" },
  { work: "check_transfer", side: "to", at: ["received"], to: "checked" },
  { work: "accept_transfer", side: "to", at: ["checked"], to: "accepted" },
  { work: "return_transfer", side: "to", at: ["checked"], to: "returned" },
];

export type TransferMatter = {
  work: TransferWork;
  actor: { id: string; offices: readonly Office[] };
  /** Null where there is none that the actor may see; state `none` where it comes into being with this work. */
  transfer: {
    fromId: string;
    toId: string;
    state: TransferState | "none";
    /** How many steps it has taken, and how many the actor was shown. */
    steps: number;
    shown: number;
    /** Whoever announced any version of it. */
    announcers: readonly string[];
  } | null;
};

const conditions = {
  transferThere: (m) => m.transfer !== null,
  twoArchives: (m) => m.transfer?.fromId !== m.transfer?.toId,
  stepShown: (m) => m.transfer?.steps === m.transfer?.shown,
  atThisState: (m) => m.transfer !== null && stepOf(m.work).at.includes(m.transfer.state),
  notAnnouncer: (m) => stepOf(m.work).side === "from" || m.transfer?.announcers.includes(m.actor.id) !== true,
} satisfies Record<string, (m: TransferMatter) => boolean>;

export type TransferCondition = keyof typeof conditions | "heldRole" | "ofItsArchive";
export type TransferRefusal = { article: string; condition: TransferCondition };
export type TransferRuling =
  | { granted: true; article: string; office: Office; to: TransferState }
  | { granted: false; refusal: TransferRefusal };

export function stepOf(work: TransferWork): StepRow {
  return transferSteps.find((row) => row.work === work)!;
}

/**
 * Judges one step of a transfer. Pure. The archive that hands over announces and withdraws, the one that takes over
 * receives, checks, accepts and returns; whoever announced it has no part on the other side, even with an office in
 * both archives. Whoever is no archivist is refused before the transfer is looked at.
 */
export function judgeTransfer(m: TransferMatter): TransferRuling {
  const { article } = worksLaw.find((row) => row.work === m.work)!;
  const refuse = (condition: TransferCondition): TransferRuling => ({
    granted: false,
    refusal: { article, condition },
  });
  const held = (archiveId: string | null) => judgeByOffice(m.work, m.actor.offices, archiveId);
  if (!held(null).granted) return refuse("heldRole");
  if (!m.transfer) return refuse("transferThere");
  const { side, to } = stepOf(m.work);
  const ruling = held(side === "from" ? m.transfer.fromId : m.transfer.toId);
  if (!ruling.granted) return refuse("ofItsArchive");
  const order = ["twoArchives", "stepShown", "atThisState", "notAnnouncer"] as const;
  const unmet = order.find((name) => !conditions[name](m));
  return unmet ? refuse(unmet) : { granted: true, article, office: ruling.office, to };
}
