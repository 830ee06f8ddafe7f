import { createServer, type IncomingMessage } from "node:http";
import { actorOfAccount } from "@/lib/auth/actor";
import { receiveUpload } from "@/lib/intake/receive";
import { acceptProposal, beginImport, type Beginning } from "@/lib/intake/write";
import type { Actor } from "@/lib/law/actor";
import { connect } from "@/lib/store/client";
import { findProposal } from "@/lib/store/intake";

/**
 * The part of the web server that takes in files, and nothing else, to be killed from outside: uploads below
 * `/upload`, `POST /begin` and `/accept` with what the actions are given, `GET /<id>` for what the page shows.
 */
const { url, data, port, account } = JSON.parse(process.env.AQTALU_CHILD ?? "") as Record<string, string>;
process.env.AQTALU_DATA = data;
const db = connect(url!, { max: 4 });
const desk = { pool: db.pool, clock: () => new Date() };

const server = createServer((request, response) => {
  respond(request)
    .then(async (answer) => {
      response.writeHead(answer.status, Object.fromEntries(answer.headers));
      response.end(Buffer.from(await answer.arrayBuffer()));
    })
    .catch((fault: unknown) => response.writeHead(503).end(String(fault)));
});
server.listen(Number(port), "127.0.0.1", () => console.log("listening"));

async function respond(incoming: IncomingMessage): Promise<Response> {
  const actor = await actorOfAccount(db.pool, account!, "2026-11-22");
  const { pathname } = new URL(incoming.url ?? "/", "http://aqtalu.test");
  const pieces: Buffer[] = [];
  for await (const piece of incoming) pieces.push(piece as Buffer);
  const body = Buffer.concat(pieces);
  if (pathname.startsWith("/api/upload")) return upload(actor, incoming, body);
  if (incoming.method === "GET") {
    const found = await findProposal<{ digest: string }, unknown>(db.pool, account!, pathname.slice(1));
    return Response.json(
      found && {
        state: found.state,
        leftOut: found.left_out,
        problem: found.problem,
        digest: found.summary?.digest,
      },
    );
  }
  const input = JSON.parse(body.toString()) as Beginning & { digest: string };
  return Response.json(
    await (pathname === "/begin" ? beginImport(desk, actor, input) : acceptProposal(desk, actor, input)),
  );
}

async function upload(
  actor: Actor,
  { method, headers, url: address }: IncomingMessage,
  body: Buffer,
): Promise<Response> {
  const request = new Request(`http://aqtalu.test${address}`, {
    method,
    headers: Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]),
    body: method === "PATCH" ? new Uint8Array(body) : undefined,
  });
  return (await receiveUpload(actor, request))!;
}
