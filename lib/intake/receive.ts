import type { Actor } from "@/lib/law/actor";
import { importingOffice } from "./importer";
import { LARGEST_UPLOAD } from "./read-upload";
import type { Problem } from "./problem";
import { reading, uploadName } from "./schema";
import { keepProposal, ownDesk } from "./write";

/**
 * Takes an upload: the body is the file, `name` of the address its name, `encoding` and `separator` how a table is to
 * be read. Answers the proposal's id.
 */
export async function receiveUpload(actor: Actor, request: Request): Promise<Response | null> {
  if (!importingOffice(actor)) return null;
  const asked = new URL(request.url).searchParams;
  const name = uploadName.safeParse(asked.get("name"));
  const how = reading.safeParse(Object.fromEntries(asked));
  if (!name.success || !how.success) return new Response(null, { status: 400 });
  const bytes = await readBody(request);
  if (bytes === null) return refuse(413, { code: "tooLarge", place: { kind: "file" }, detail: "50" });
  const kept = await keepProposal(ownDesk(), actor, { name: name.data, bytes, reading: how.data });
  if (kept === null) return null;
  return kept.ok ? Response.json(kept.value, { status: 201 }) : refuse(422, kept.problem);
}

/** Stops at the limit: what a request says of its length is not believed. */
async function readBody(request: Request): Promise<Uint8Array | null> {
  if (Number(request.headers.get("content-length") ?? 0) > LARGEST_UPLOAD) return null;
  const pieces: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    length += read.value.length;
    if (length > LARGEST_UPLOAD) {
      await reader?.cancel();
      return null;
    }
    pieces.push(read.value);
  }
  return Buffer.concat(pieces);
}

function refuse(status: number, problem: Problem): Response {
  return Response.json(
    { type: "about:blank", title: problem.code, status, problem },
    {
      status,
      headers: { "Content-Type": "application/problem+json" },
    },
  );
}
