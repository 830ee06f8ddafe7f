import { expect, test } from "vitest";
import type { Actor } from "@/lib/law/actor";
import { perform } from "@/lib/proceedings/perform";
import type { Connection } from "@/lib/store/client";
import { loadProvenEntry } from "@/lib/store/entry-proof";
import { listHistory, unplanned } from "@/lib/store/history";
import { newId } from "@/lib/store/id";
import { loadReach } from "@/lib/store/reach";
import { atSigning } from "@/tests/support/journeys";
import { office } from "@/tests/support/office";
import type { Cast } from "@/tests/support/people";
import { withCast } from "@/tests/support/with-cast";

let db: Connection;
let people: Cast;
withCast((opened) => ({ db, people } = opened));

/** What the list of the history shows, and what the proof of each single entry is given for. */
async function seenBy(actor: Actor, unattached: boolean): Promise<{ listed: string[]; proven: string[] }> {
  const reach = await loadReach(db.pool, actor);
  const reader = { reach, accountId: actor.accountId, everything: false, unattached };
  const all = await db.prisma.events.findMany({ select: { seq: true }, orderBy: { seq: "asc" } });
  const listed: string[] = [];
  const proven: string[] = [];
  for (const { seq } of all) {
    const by = { seq: String(seq) };
    const turn = { everything: unattached };
    const found = await listHistory(unplanned(db.pool), reach, { seqs: [by.seq] }, turn);
    if (found.rows.length === 1) listed.push(by.seq);
    if (await loadProvenEntry(db.pool, reader, by)) proven.push(by.seq);
  }
  return { listed, proven };
}

test("the proof of an entry is given to whom the list shows it, and to nobody else", async () => {
  const { proceeding } = await atSigning(db, people);
  const { desk, shown } = office(db);
  const [result] = await perform(desk, people.member1, {
    key: newId(),
    requests: [{ act: "sign", proceeding, ...(await shown(proceeding)) }],
    said: { text: "I sign this", method: "password", register: false },
  });
  expect(result?.ok).toBe(true);
  const member = await seenBy(people.member1, false);
  expect(member.listed.length).toBeGreaterThan(3);
  expect(member.proven).toEqual(member.listed);
  const everything = await seenBy(people.member1, true);
  expect(everything.proven).toEqual(everything.listed);
  expect(everything.listed.length).toBeGreaterThanOrEqual(member.listed.length);
  // An actor without any office sees no case, and the proof of none.
  const stranger = await seenBy({ ...people.member1, accountId: newId(), offices: [] }, false);
  expect(stranger).toEqual({ listed: [], proven: [] });
});
