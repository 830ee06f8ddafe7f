import { createHash } from "node:crypto";

/** How a code that was handed over is kept: it has a hundred bits, so a plain hash is enough. As typed, however. */
export function hashOfCode(code: string): string {
  const letters = code
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, "");
  return createHash("sha256").update(letters).digest("hex");
}
