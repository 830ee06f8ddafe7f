import { snapshotOf, type Desk } from "@/lib/accounts/act";
import type { Actor } from "@/lib/law/actor";
import { judgeLink, type LinkMatter, type LinkRefusal } from "@/lib/law/linking";
import type { Payload } from "@/lib/ledger/entry";
import { done, refused, type Result } from "@/lib/result";
import { append } from "@/lib/store/events";
import { lockLinked, setTransfer, type LinkedImport } from "@/lib/store/transfer-imports";
import { transferReach } from "@/lib/store/transfer-reach";
import { lockTransfer } from "@/lib/store/transfer-writes";
import { loadTransfer, type TransferRow } from "@/lib/store/transfers";
import { inTransaction, type Tx } from "@/lib/store/transaction";

/** `transfers`: whose pages show it. */
export type LinkResult = Result<{ id: string; transfers: string[] }, LinkRefusal>;
type Asked = { id: string; transferId: string | null };

/** Of these something comes, or has come. */
export const standing: readonly LinkedImport["state"][] = ["analysing", "open", "accepting", "accepted"];

/** Says to which transfer an import belongs, or that it belongs to none (P26). A second time it changes nothing. */
export function linkImport(desk: Desk, actor: Actor, asked: Asked): Promise<LinkResult> {
  const { id, transferId } = asked;
  return inTransaction(desk.prisma, async (tx): Promise<LinkResult> => {
    const held = await lockLinked(tx, actor.accountId, id);
    const [from, to] = await loadBoth(tx, actor, [held?.transferId ?? null, transferId]);
    const matter: LinkMatter = {
      actor: { id: actor.accountId, offices: actor.offices },
      import: held && standing.includes(held.state) ? held : null,
      ...{ from: matterOf(from), to: matterOf(to) },
    };
    const again = held?.transferId === transferId;
    const ruling = judgeLink(again ? { ...matter, from: "none", to: "none" } : matter);
    const common = { at: desk.clock(), sample: desk.sample === true };
    const about = { import: held && id, transfer: idOf(to) ?? idOf(from) };
    if (!ruling.granted) {
      if (!unseen.has(ruling.refusal.condition)) {
        const payload: Payload = { kind: "refusal", act: "link_import", ...ruling.refusal, about };
        await append(tx, [{ ...common, actor: snapshotOf(actor, actor.offices[0] ?? null), payload }]);
      }
      return refused(ruling.refusal);
    }
    if (again) return done({ id, transfers: [] });
    await setTransfer(tx, id, transferId);
    const { fileName: file, sha256 } = held!;
    const facts = { file, sha256, number: numberOf(to) ?? numberOf(from), from: idOf(from), to: idOf(to) };
    const payload: Payload = { kind: "work", work: "link_import", article: ruling.article, about, facts };
    await append(tx, [{ ...common, actor: snapshotOf(actor, ruling.office), payload }]);
    return done({ id, transfers: [idOf(from), idOf(to)].filter((one) => one !== null) });
  });
}

/** What a person may not see answers as what is not there; of one without the office nothing was looked at. */
const unseen: ReadonlySet<string> = new Set(["heldRole", "importThere", "transferThere"]);

type Loaded = TransferRow | "none" | "unseen";

/** Held until the end, in the order of their ids, so that none of them is accepted meanwhile. */
async function loadBoth(
  tx: Tx,
  actor: Actor,
  ids: readonly [string | null, string | null],
): Promise<[Loaded, Loaded]> {
  for (const id of [...new Set(ids)].filter((one) => one !== null).toSorted()) await lockTransfer(tx, id);
  const load = async (id: string | null): Promise<Loaded> =>
    id === null ? "none" : ((await loadTransfer(tx, transferReach(actor), id)) ?? "unseen");
  return [await load(ids[0]), await load(ids[1])];
}

function matterOf(loaded: Loaded): LinkMatter["to"] {
  if (typeof loaded === "string") return loaded;
  const announcers = loaded.steps.filter(({ act }) => act === "announce").map(({ by }) => by.id);
  return { toId: loaded.to.id, state: loaded.state, announcers };
}

const idOf = (loaded: Loaded): string | null => (typeof loaded === "string" ? null : loaded.id);
const numberOf = (loaded: Loaded): number | null => (typeof loaded === "string" ? null : loaded.number);
