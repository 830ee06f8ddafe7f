import type { PackageFaultCode } from "./package";

export type PathOutcome = { ok: true; path: string } | { ok: false; code: PackageFaultCode };

/** What no file system here can hold: bytes of a name, bytes of a path. */
const LONGEST_NAME = 255;
const LONGEST_PATH = 4096;
/** Directories in each other: what a reader keeps of a path grows with them. */
const DEEPEST = 64;

/**
 * Judges a path that a delivery names, for every operating system at once (RFC 8493 section 5.1): a file that is
 * harmless here may be unpacked elsewhere. "./" and doubled slashes are taken away; the root itself comes out as "".
 */
export function judgePath(written: string): PathOutcome {
  if (written.includes("\0")) return { ok: false, code: "pathForm" };
  if (written.includes("\ufffd")) return { ok: false, code: "nameEncoding" };
  if (/^(\/|[A-Za-z]:|\\\\)/.test(written)) return { ok: false, code: "pathAbsolute" };
  // Only a whole first name is expanded by a shell or by Windows: "~$letter.doc" and "data/~a" are names.
  if (/^~[\w.-]*(\/|\\|$)/.test(written) || /^%[A-Za-z_]\w*%/.test(written)) {
    return { ok: false, code: "pathShortcut" };
  }
  if (written.split(/[/\\]/).includes("..")) return { ok: false, code: "pathClimbs" };
  if (written.includes("\\")) return { ok: false, code: "pathBackslash" };
  const names = written.split("/").filter((name) => name !== "" && name !== ".");
  if (names.length > DEEPEST) return { ok: false, code: "tooDeep" };
  const path = names.join("/");
  const tooLong = names.some((name) => Buffer.byteLength(name) > LONGEST_NAME);
  if (tooLong || Buffer.byteLength(path) > LONGEST_PATH) return { ok: false, code: "pathForm" };
  return { ok: true, path };
}

/** Paths that some file systems take for one: they differ in case or in Unicode normalization alone. */
export const foldPath = (path: string): string => path.normalize("NFC").toLowerCase().normalize("NFC");

/** In what two paths of one fold differ. */
export function differenceOf(one: string, other: string): "sameButForCase" | "sameButForNormalization" {
  return one.normalize("NFC") === other.normalize("NFC") ? "sameButForNormalization" : "sameButForCase";
}
