import { newId } from "@/lib/store/id";
import type { Actor } from "@/lib/law/actor";
import { perform, type Desk, type Result } from "@/lib/proceedings/perform";
import type { ActRequest, Order } from "@/lib/proceedings/request";
import type { Connection } from "@/lib/store/client";

/** Performs acts as people at a screen do: with the version and dossier that stand there now. */
export function office(db: Connection) {
  const desk: Desk = { prisma: db.prisma, clock: () => new Date() };
  const shown = async (proceeding: string | undefined): Promise<Partial<ActRequest>> => {
    if (!proceeding) return {};
    const p = await db.prisma.proceedings.findUniqueOrThrow({ where: { id: proceeding } });
    return { version: p.version, dossierHash: p.dossier_hash ?? undefined };
  };
  const act = async (actor: Actor, request: ActRequest, key: string = newId()): Promise<Result> => {
    const order: Order = {
      key,
      requests: [{ ...(await shown(request.proceeding)), ...request }],
      said: { text: `I, ${actor.name}: ${request.act}`, method: "password", register: false },
    };
    return (await perform(desk, actor, order))[0]!;
  };
  /** The act must be granted; returns the proceeding. */
  const done = async (actor: Actor, request: ActRequest): Promise<string> => {
    const result = await act(actor, request);
    if (!result.ok) throw new Error(`${request.act} by ${actor.login}: ${JSON.stringify(result)}`);
    return result.proceeding;
  };
  return { desk, shown, act, done };
}
