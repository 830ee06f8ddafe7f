import sharp from "sharp";

export const mostBytes = 25 * 1024 * 1024;
const mostPixels = 80_000_000;

export type ImageProblem = "notImage" | "tooBig" | "tooManyPixels" | "damaged";
export type Inspected =
  | { ok: true; mediaType: "image/jpeg" | "image/png"; width: number; height: number }
  | { ok: false; problem: ImageProblem };

const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const jpeg = [0xff, 0xd8, 0xff];
const begins = (bytes: Uint8Array, with_: readonly number[]): boolean =>
  with_.every((byte, i) => bytes[i] === byte);

/** What a file is by its first bytes, whatever it calls itself, and how large a picture it holds. */
export async function inspectImage(bytes: Uint8Array): Promise<Inspected> {
  if (bytes.byteLength > mostBytes) return { ok: false, problem: "tooBig" };
  const mediaType = begins(bytes, png) ? "image/png" : begins(bytes, jpeg) ? "image/jpeg" : null;
  if (!mediaType) return { ok: false, problem: "notImage" };
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (width * height > mostPixels) return { ok: false, problem: "tooManyPixels" };
    // The head alone can lie: the first rows must be there as well.
    await sharp(bytes, { limitInputPixels: mostPixels }).resize(16).raw().toBuffer();
    return { ok: true, mediaType, width, height };
  } catch {
    return { ok: false, problem: "damaged" };
  }
}
