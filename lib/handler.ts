import { randomUUID } from "node:crypto";
import { unstable_rethrow } from "next/navigation";
import { currentActor } from "./auth/actor";
import { sameOrigin } from "./auth/origin";
import type { Actor } from "./law/actor";
import { inRequest, log } from "./log";

type Handler<P> = (actor: Actor, request: Request, params: P) => Promise<Response | null>;
type RouteContext<P> = { params: Promise<P> };

/**
 * Makes a route handler for somebody signed in. `null` is the one answer for what does not exist and for
 * what this person may not see. Whatever is not a GET must come from a page of ours.
 */
export function withActor<P = Record<string, never>>(handler: Handler<P>) {
  return (request: Request, context: RouteContext<P>): Promise<Response> => {
    const requestId = randomUUID();
    return inRequest(requestId, async () => keepPrivate(await respond(handler, request, context, requestId)));
  };
}

async function respond<P>(
  handler: Handler<P>,
  request: Request,
  context: RouteContext<P>,
  requestId: string,
): Promise<Response> {
  const reads = request.method === "GET" || request.method === "HEAD";
  if (!reads && !sameOrigin(request.headers)) return problem(403, "Forbidden");
  try {
    const actor = await currentActor();
    if (!actor) return problem(401, "Unauthorized");
    return (await handler(actor, request, await context.params)) ?? problem(404, "Not Found");
  } catch (error) {
    unstable_rethrow(error);
    log.fault("handler_fault", error);
    return problem(500, "Internal Server Error", requestId);
  }
}

/** An error as RFC 9457 has it. `instance` is the number to tell an administrator. */
export function problem(status: number, title: string, requestId?: string): Response {
  const body = {
    type: "about:blank",
    title,
    status,
    ...(requestId && { instance: `urn:uuid:${requestId}` }),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: { "Content-Type": "application/problem+json", "Cache-Control": "private, no-store" },
  });
}

function keepPrivate(response: Response): Response {
  const headers = new Headers(response.headers);
  headers.set("Cache-Control", "private, no-store");
  headers.set("X-Content-Type-Options", "nosniff");
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}
