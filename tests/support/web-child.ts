import { createServer, type IncomingMessage } from "node:http";
import { actorOfAccount } from "@/lib/auth/actor";
import { systemClock } from "@/lib/clock";
import { perform } from "@/lib/proceedings/perform";
import type { Order } from "@/lib/proceedings/request";
import { connect } from "@/lib/store/client";

/**
 * A web server that takes orders and answers after the commit, and nothing else, to be killed from outside. It reads
 * who asks anew with each order, as the real one does. `POST` an order, `GET` what stands.
 */
const { url, port } = JSON.parse(process.env.AQTALU_CHILD ?? "") as { url: string; port: number };
const db = connect(url, { max: 20 });
const desk = { prisma: db.prisma, clock: systemClock };

type Asked = { account: string; order: Order };

const server = createServer((request, response) => {
  const answer = (status: number, body: unknown): void => {
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  };
  const work = request.method === "POST" ? take(request) : look(request.url?.slice(1) ?? "");
  work.then(
    (body) => answer(200, body),
    (fault: unknown) => answer(503, String(fault)),
  );
});
server.listen(port, "127.0.0.1", () => console.log("listening"));

async function take(request: IncomingMessage): Promise<unknown> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  const { account, order } = JSON.parse(text) as Asked;
  return perform(desk, await actorOfAccount(db.pool, account, "2026-11-22"), order);
}

/** What a screen shows: of which version, over which dossier. */
async function look(proceeding: string): Promise<unknown> {
  const { rows } = await db.pool.query<{ version: number; dossier: string | null }>(
    "select version, dossier_hash as dossier from proceedings where id = $1",
    [proceeding],
  );
  return rows[0] ?? null;
}
