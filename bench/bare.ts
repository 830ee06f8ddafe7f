import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { readBody, toElements } from "./markup";

/**
 * The contender of `open`, in a process of its own: given pages as they were answered, it answers the same
 * markup at the same addresses out of React alone, without session, database, law or translations.
 */
process.once("message", (pages: Record<string, string>) => {
  const bodies = new Map(
    Object.entries(pages).map(([at, html]) => [
      at,
      createElement("body", null, ...toElements(readBody(html))),
    ]),
  );
  const server = createServer((request, response) => {
    const body = bodies.get(request.url ?? "");
    response.statusCode = body ? 200 : 404;
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(body ? `<!DOCTYPE html><html>${renderToString(body)}</html>` : "");
  });
  server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
});
process.once("disconnect", () => process.exit(0));
