import type { Office } from "./actor";
import { judgeByOffice } from "./decide-work";
import { worksLaw } from "./law";
import type { TransferState } from "./transferring";

/** In which states something of a transfer has come, so that an import may belong to it. */
export const cameIn = ["received", "checked", "accepted"] as const satisfies readonly TransferState[];

type Transfer = { toId: string; state: TransferState | "none"; announcers: readonly string[] };

export type LinkMatter = {
  actor: { id: string; offices: readonly Office[] };
  /** With the archives of which its maker is archivist; null where there is none that the actor may see, or nothing comes of it. */
  import: { archives: readonly string[] } | null;
  /** To which it belongs now, and to which it shall: to none; or one that is not there for the actor. */
  from: Transfer | "none" | "unseen";
  to: Transfer | "none" | "unseen";
};

const transfers = ({ from, to }: LinkMatter): Transfer[] =>
  [from, to].filter((one) => typeof one !== "string");

const conditions = {
  importThere: (m) => m.import !== null,
  transferThere: (m) => m.from !== "unseen" && m.to !== "unseen",
  ofItsArchive: (m) =>
    transfers(m).every(({ toId }) => m.import?.archives.includes(toId) && officeAt(m, toId) !== null),
  notAnnouncer: (m) => transfers(m).every(({ announcers }) => !announcers.includes(m.actor.id)),
  stillOpen: (m) => typeof m.from === "string" || m.from.state !== "accepted",
  cameIn: (m) => typeof m.to === "string" || (cameIn as readonly string[]).includes(m.to.state),
} satisfies Record<string, (m: LinkMatter) => boolean>;

export type LinkCondition = keyof typeof conditions | "heldRole";
export type LinkRefusal = { article: string; condition: LinkCondition };
export type LinkRuling =
  { granted: true; article: string; office: Office } | { granted: false; refusal: LinkRefusal };

function officeAt({ actor }: LinkMatter, archiveId: string | null): Office | null {
  const ruling = judgeByOffice("link_import", actor.offices, archiveId);
  return ruling.granted ? ruling.office : null;
}

/**
 * Judges who says to which transfer an import belongs (P26). Pure. An archivist of the archive that takes over, about an
 * import of that archive; whoever announced the transfer has no part on that side. What belongs to an accepted one stays.
 */
export function judgeLink(m: LinkMatter): LinkRuling {
  const { article } = worksLaw.find(({ work }) => work === "link_import")!;
  const refuse = (condition: LinkCondition): LinkRuling => ({
    granted: false,
    refusal: { article, condition },
  });
  const office = officeAt(m, transfers(m).at(-1)?.toId ?? null);
  if (!officeAt(m, null)) return refuse("heldRole");
  const order = [
    ...(["importThere", "transferThere", "ofItsArchive", "notAnnouncer"] as const),
    ...(["stillOpen", "cameIn"] as const),
  ];
  const unmet = order.find((name) => !conditions[name](m));
  return unmet || !office ? refuse(unmet ?? "ofItsArchive") : { granted: true, article, office };
}
