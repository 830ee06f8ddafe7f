import { z } from "zod";
import { problem, withActor } from "@/lib/handler";
import { ownDesk } from "@/lib/proceedings/desk";
import { mostBytes } from "@/lib/sheets/image";
import { attachImage } from "@/lib/sheets/perform";

const fields = z.object({
  fileId: z.guid(),
  sheet: z.string().trim().min(1).max(40),
  told: z.coerce.number().int().min(0).default(0),
  image: z.instanceof(File),
});

/** Some room for the other fields of the form. */
const mostBody = mostBytes + 64 * 1024;

/** Attaches the image of one side of a sheet. Answers as a server action does. */
export const POST = withActor(async (actor, request) => {
  const length = Number(request.headers.get("content-length") ?? Number.NaN);
  if (!(length <= mostBody)) return problem(413, "Content Too Large");
  const form = await request.formData().catch(() => null);
  const read = fields.safeParse(form && Object.fromEntries(form));
  if (!read.success) return problem(400, "Bad Request");
  const { image, ...rest } = read.data;
  const bytes = new Uint8Array(await image.arrayBuffer());
  return Response.json(await attachImage(ownDesk(), actor, { ...rest, bytes }));
});
