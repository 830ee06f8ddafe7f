import { putBlob } from "@/lib/files/blobs";
import { holds, type Actor } from "@/lib/law/actor";

const largest = 20 * 1024 * 1024;

/** The first bytes of what is taken; what a file calls itself does not matter. */
const beginnings = [
  [0xff, 0xd8, 0xff],
  [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  [0x25, 0x50, 0x44, 0x46, 0x2d],
];

/** Keeps a JPEG, PNG or PDF of up to 20 MB; null (nothing here) for whoever enters no legal acts. */
export async function keepScan(actor: Actor, request: Request): Promise<Response | null> {
  if (!holds(actor, "secretary")) return null;
  if (Number(request.headers.get("content-length") ?? 0) > largest)
    return new Response(null, { status: 413 });
  const bytes = new Uint8Array(await request.arrayBuffer());
  if (bytes.length > largest) return new Response(null, { status: 413 });
  const known = beginnings.some((start) => start.every((byte, at) => bytes[at] === byte));
  if (!known) return new Response(null, { status: 415 });
  return Response.json({ sha256: await putBlob(bytes) });
}
