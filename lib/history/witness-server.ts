import { createServer, type IncomingMessage, type Server } from "node:http";
import { parseRequest, type KeeperAnswer } from "@/lib/ledger/keeper";
import type { Keeper } from "./keeper";

const largest = 64 * 1024;

/** A witness for others to ask (C2SP tlog-witness). It signs what follows on what it signed, and nothing else. */
export function witnessServer(keeper: Keeper): Server {
  return createServer((request, response) => {
    const answer = (status: number, body: string, type = "text/plain; charset=utf-8"): void => {
      response.writeHead(status, { "content-type": type, "cache-control": "no-store" }).end(body);
    };
    const serve = async (): Promise<void> => {
      if (request.method !== "POST" || request.url !== "/add-checkpoint") return answer(404, "not found\n");
      const body = await readBody(request);
      if (body === null) return answer(413, "too large\n");
      const asked = parseRequest(body);
      if (!asked) return answer(400, "not a request\n");
      const [status, told, type] = answerOf(await keeper.ask(asked));
      answer(status, told, type);
    };
    serve().catch(() => answer(500, "the witness cannot sign now\n"));
  });
}

function answerOf(answer: KeeperAnswer): [status: number, body: string, type?: string] {
  switch (answer.is) {
    case "signed":
      return [200, `${answer.line}\n`];
    case "have":
      return [409, `${answer.size}\n`, "text/x.tlog.size"];
    case "refused":
      return answer.why === "not signed" ? [403, "not signed by the log\n"] : [422, `${answer.why}\n`];
  }
}

/** Null when it is larger than any request of ours. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > largest) return null;
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}
