import { printAuthorities } from "@/lib/intake/authority-print";
import type { Actor } from "@/lib/law/actor";
import { judgeByOffice } from "@/lib/law/decide-work";
import type { Desk } from "@/lib/proceedings/perform";
import { performWork } from "@/lib/proceedings/perform-work";
import { appPool } from "@/lib/store/client";
import { readPeopleSeen } from "@/lib/store/person-export";
import { loadReach } from "@/lib/store/reach";
import { streamOf, type Pool } from "@/lib/units/stream";

/** Whom X2 names. */
export const mayExport = ({ offices }: Pick<Actor, "offices">): boolean =>
  judgeByOffice("export_people", offices).granted;

/**
 * Everybody whom this person may see, as authority records. Taking them away is an act of its own (X2), which stands in
 * the history with its purpose. Null when the law does not let this person.
 */
export async function exportPeople(
  desk: Desk,
  actor: Actor,
  { purpose }: { purpose: string },
  pool: Pool = appPool(),
): Promise<ReadableStream<Uint8Array> | null> {
  const reach = await loadReach(pool, actor);
  const touch = () => Promise.resolve({ value: null, facts: { kind: "authorities", purpose } });
  const entered = await performWork(desk, actor, { work: "export_people", about: {}, reads: true, touch });
  return entered.ok ? streamOf(pool, (client) => printAuthorities(readPeopleSeen(client, reach))) : null;
}
