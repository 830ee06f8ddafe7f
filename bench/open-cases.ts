import { actorOfAccount } from "@/lib/auth/actor";
import { dayOf, systemClock } from "@/lib/clock";
import type { Actor } from "@/lib/law/actor";
import { perform } from "@/lib/proceedings/perform";
import type { ActRequest } from "@/lib/proceedings/request";
import type { Connection } from "@/lib/store/client";
import { newId } from "@/lib/store/id";
import { loadQueue } from "@/lib/store/queue";
import { loadReach } from "@/lib/store/reach";

/** A case that waits for the member's signature. */
export type OpenCase = { id: string; proceeding: string; name: string; sheets: number; entries: number };

const sheets = 200;
const entries = 50;

/**
 * Cases of the sample archive that wait for this member, each in a file of at least 200 sheets and with at
 * least 50 entries in its history. The entries that are lacking are made as people would make them: the member
 * asks and the author answers.
 */
export async function prepareCases(db: Connection, login: string): Promise<OpenCase[]> {
  const member = await actorNamed(db, login);
  const reach = await loadReach(db.pool, member);
  const filter = { what: "sign", kind: "rehabilitation" } as const;
  const queue = await loadQueue(db.pool, member, reach, dayOf(systemClock()), filter);
  const waiting = queue.rows.filter((row) => !row.unanswered && row.caseId).map((row) => row.proceeding);
  for (const one of await readCases(db, waiting)) await talk(db, member, one);
  const ready = (await readCases(db, waiting)).filter((one) => one.entries >= entries);
  if (ready.length === 0) throw new Error(`no case in a file of ${sheets} sheets waits for ${login}`);
  return ready;
}

type Found = OpenCase & { author: string; version: number };

/** Those of these proceedings whose case rests on a file with enough sheets. */
async function readCases(db: Connection, proceedings: readonly string[]): Promise<Found[]> {
  const { rows } = await db.pool.query<Found>(
    `select c.id, p.id proceeding, pe.name, f.leaf_count sheets, p.version, a.login author,
       (select count(*)::int from events e where e.case_id = c.id) entries
     from proceedings p join cases c on c.id = p.case_id join persons pe on pe.id = c.person_id
     join case_files cf on cf.case_id = c.id join files f on f.id = cf.file_id
     join assignments s on s.proceeding_id = p.id and s.duty = 'author' and s.ended_at is null join accounts a on a.id = s.account_id
     where p.id = any($1::uuid[]) and f.leaf_count >= $2 order by p.id`,
    [proceedings, sheets],
  );
  return rows;
}

async function actorNamed(db: Connection, login: string): Promise<Actor> {
  const { rows } = await db.pool.query<{ id: string }>("select id from accounts where login = $1", [login]);
  return actorOfAccount(db.pool, rows[0]?.id ?? login, dayOf(systemClock()));
}

async function talk(db: Connection, member: Actor, found: Found): Promise<void> {
  const author = await actorNamed(db, found.author);
  const act = async (actor: Actor, request: Pick<ActRequest, "act" | "text">): Promise<void> => {
    const [shown] = await readCases(db, [found.proceeding]);
    const requests = [{ ...request, proceeding: found.proceeding, version: shown?.version }];
    const [result] = await perform(desk(db), actor, { key: newId(), requests });
    if (!result?.ok) throw new Error(`not ${request.act}ed: ${JSON.stringify(result)}`);
  };
  for (let there = found.entries; there < entries; there += 2) {
    await act(member, { act: "ask", text: `Қай парақта жазылған? (${there})` });
    await act(author, { act: "answer_question", text: `${(there % sheets) + 1}-парақта.` });
  }
}

const desk = (db: Connection) => ({ prisma: db.prisma, clock: systemClock });
