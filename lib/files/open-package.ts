import { open, stat } from "node:fs/promises";
import { walkDirectory } from "./directory-package";
import type { Limits, Package, PackageFault } from "./package";
import { walkTar } from "./tar-package";
import { walkZip } from "./zip-package";

export type Opening = { ok: true; value: Package } | { ok: false; fault: PackageFault };

/**
 * Finds out what was delivered at this place: a directory, a zip, a tar or a tar in a gzip, told by its first bytes
 * and never by its name. Throws when there is nothing, or nothing that may be read.
 */
export async function openPackage(place: string, limits: Limits): Promise<Opening> {
  const found = await stat(place);
  if (found.isDirectory()) {
    const walk = (): ReturnType<Package["walk"]> => walkDirectory(place);
    return { ok: true, value: { kind: "directory", limits, packedSize: null, walk } };
  }
  const head = found.isFile() ? await readHead(place) : Buffer.alloc(0);
  const packedSize = found.size;
  if (/^PK(\x03\x04|\x05\x06)/.test(head.toString("latin1"))) {
    return { ok: true, value: { kind: "zip", limits, packedSize, walk: () => walkZip(place) } };
  }
  const gzipped = head[0] === 0x1f && head[1] === 0x8b;
  if (gzipped || head.toString("latin1", 257, 262) === "ustar") {
    const walk = (): ReturnType<Package["walk"]> => walkTar(place, gzipped);
    return { ok: true, value: { kind: "tar", limits, packedSize: gzipped ? packedSize : null, walk } };
  }
  return { ok: false, fault: { code: "notPackage", path: null, detail: "" } };
}

/** The first bytes of a file: by them one kind is told from another. */
export async function readHead(place: string): Promise<Buffer> {
  const file = await open(place);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(512), 0, 512, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
