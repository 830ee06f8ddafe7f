import { afterAll, beforeAll, expect } from "vitest";
import type { Desk } from "@/lib/intake/accept";
import { acceptProposal } from "@/lib/intake/write";
import type { Actor } from "@/lib/law/actor";
import { connect, type Connection } from "@/lib/store/client";
import { freshDatabase, type TestDatabase } from "../support/database";
import { person, seedBodies } from "../support/people";
import { clock } from "./desk";
import { importNow, ownDataFolder, send, workOff } from "./jobs";

export type Opened = {
  connection: Connection;
  desk: Desk;
  archivist: Actor;
  colleague: Actor;
  expert: Actor;
  /** Sends a file and has it read and compared. */
  propose(source: string | Buffer, name?: string): Promise<Shown>;
  /** Decides for it, and waits until it is done. */
  accept(actor: Actor, asked: Pick<Shown, "id" | "digest">): ReturnType<typeof importNow>;
};
type Summarised = NonNullable<Awaited<ReturnType<typeof importNow>>["summary"]>;
type Shown = { id: string; digest: string; summary: Summarised };

export const refusal = (condition: string) => ({ ok: false, kind: "refusal", refusals: [{ condition }] });

/** A database of the test file's own with two archivists of one archive, and an expert to whom none of it is shown. */
export function openImportDesk(take: (opened: Opened) => void): void {
  let database: TestDatabase;
  let connection: Connection;
  ownDataFolder();
  beforeAll(async () => {
    database = await freshDatabase();
    connection = connect(database.appUrl);
    await seedBodies(connection);
    const archivist = await person(connection, "archivist", "archivist", "archive");
    const colleague = await person(connection, "colleague", "archivist", "archive");
    const expert = await person(connection, "expert", "expert", "group");
    const desk = { pool: connection.pool, clock };
    take({
      ...{ connection, desk, archivist, colleague, expert },
      propose: async (source, name = "aid.xml") => {
        const id = await send(desk, archivist, Buffer.from(source as string), { name });
        await workOff(desk);
        const { summary, state } = await importNow(connection, id);
        expect(state).toBe("open");
        return { id, digest: summary!.digest, summary: summary! };
      },
      accept: async (actor, { id, digest }) => {
        const answer = await acceptProposal(desk, actor, { id, digest });
        expect(answer).toEqual({ ok: true, value: { id, state: "accepting" } });
        await workOff(desk);
        return importNow(connection, id);
      },
    });
  });
  afterAll(async () => {
    await connection.close();
    await database.drop();
  });
}
