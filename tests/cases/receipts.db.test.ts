import { expect, test } from "vitest";
import type { Actor } from "@/lib/law/actor";
import { perform } from "@/lib/proceedings/perform";
import type { Connection } from "@/lib/store/client";
import { loadProvenEntry } from "@/lib/store/entry-proof";
import { newId } from "@/lib/store/id";
import { loadReach } from "@/lib/store/reach";
import { loadReceipt } from "@/lib/store/receipts";
import { atSigning } from "@/tests/support/journeys";
import { office } from "@/tests/support/office";
import type { Cast } from "@/tests/support/people";
import { withCast } from "@/tests/support/with-cast";

let db: Connection;
let people: Cast;
withCast((opened) => ({ db, people } = opened));

const readerFor = async (actor: Actor, everything = false) => ({
  reach: await loadReach(db.pool, actor),
  accountId: actor.accountId,
  everything,
});

test.each([true, false])(
  "a statement is read by its signer and the auditor; by others unless it is a list's (%s)",
  async (register) => {
    const { proceeding } = await atSigning(db, people);
    const { desk, shown } = office(db);
    const [result] = await perform(desk, people.member1, {
      key: newId(),
      requests: [{ act: "sign", proceeding, ...(await shown(proceeding)) }],
      said: { text: "I sign this and ten others by name", method: "password", register },
    });
    expect(result?.ok).toBe(true);
    const { id } = await db.prisma.signatures.findFirstOrThrow({
      where: { proceeding_id: proceeding, account_id: people.member1.accountId },
    });
    const read = async (actor: Actor, everything = false) => {
      const reader = await readerFor(actor, everything);
      const receipt = await loadReceipt(db.pool, reader, proceeding, id);
      const entry = await loadProvenEntry(db.pool, reader, { signature: id });
      expect(receipt?.statementHash).toHaveLength(64);
      expect(entry?.statement === null).toBe(receipt?.statement === null);
      return receipt?.statement !== null;
    };
    expect(await read(people.member1)).toBe(true);
    expect(await read(people.member2, true)).toBe(true);
    expect(await read(people.member2)).toBe(!register);
  },
);
