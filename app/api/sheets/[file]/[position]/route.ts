import { withActor } from "@/lib/handler";
import { readSheetImage } from "@/lib/sheets/read";

/** The image of one side of a sheet, for who may see it; for everybody else there is nothing here. */
export const GET = withActor<{ file: string; position: string }>(
  async (actor, _request, { file, position }) => {
    const image = await readSheetImage(actor, file, /^\d{1,7}$/.test(position) ? Number(position) : -1);
    if (!image) return null;
    return new Response(new Uint8Array(image.bytes), {
      headers: {
        "Content-Type": image.mediaType,
        "Content-Length": String(image.bytes.byteLength),
        "Content-Disposition": "inline",
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "Cross-Origin-Resource-Policy": "same-origin",
      },
    });
  },
);
