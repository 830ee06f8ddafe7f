import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readFile, rename, stat, writeFile, type FileHandle } from "node:fs/promises";
import path from "node:path";

const dataRoot = (): string => process.env.AQTALU_DATA || ".aqtalu";

/** Where files lie: below the data directory, two levels of directories deep so that none grows too large. */
export const blobRoot = (): string => path.join(dataRoot(), "files");

/** Where what archives send lies, as it came. */
export const deliveryRoot = (): string => path.join(dataRoot(), "deliveries");

/** Where what is being sent lies until it is there. */
export const uploadRoot = (): string => path.join(dataRoot(), "uploads");

/** Where a file of this hash lies, if it does. */
export function placeOf(root: string, sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error("not the hash of a file");
  return path.join(root, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
}

const hashOfBytes = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/**
 * Keeps these bytes under their SHA-256, which is returned. The same bytes are kept once. A file appears whole or
 * not at all: it is written beside its place and renamed into it.
 */
export async function putBlob(bytes: Uint8Array, root = blobRoot()): Promise<string> {
  const sha256 = hashOfBytes(bytes);
  const place = placeOf(root, sha256);
  if (await isThere(place)) return sha256;
  await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
  const beside = `${place}.${randomUUID()}`;
  await writeFile(beside, bytes, { mode: 0o600, flag: "wx" });
  await rename(beside, place);
  return sha256;
}

/** Moves a file that is whole to where its hash says. A second time it is there already. */
export async function moveBlob(file: string, sha256: string, root = blobRoot()): Promise<void> {
  const place = placeOf(root, sha256);
  await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
  await rename(file, place);
}

/** A file that is written piece by piece, over what may lie there from a time before, and hashed on the way. */
export class HashedFile {
  private readonly hash = createHash("sha256");
  private size = 0;

  private constructor(private readonly file: FileHandle) {}

  static async create(place: string): Promise<HashedFile> {
    await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
    return new HashedFile(await open(place, "w", 0o600));
  }

  async write(bytes: Uint8Array): Promise<void> {
    this.hash.update(bytes);
    this.size += bytes.length;
    await this.file.writeFile(bytes);
  }

  /** @returns its SHA-256, and its size in bytes. */
  told(): { sha256: string; size: number } {
    return { sha256: this.hash.copy().digest("hex"), size: this.size };
  }

  close(): Promise<void> {
    return this.file.close();
  }
}

/** The SHA-256 of a file of any size. */
export async function hashOfFile(file: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of createReadStream(file)) hash.update(piece as Buffer);
  return hash.digest("hex");
}

/** The bytes, or null where there are none. Throws when they are not the ones that were put there. */
export async function readBlob(sha256: string, root = blobRoot()): Promise<Buffer | null> {
  const bytes = await readFile(placeOf(root, sha256)).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === "ENOENT") return null;
    throw fault;
  });
  if (bytes && hashOfBytes(bytes) !== sha256) throw new Error(`the stored file ${sha256} is damaged`);
  return bytes;
}

async function isThere(place: string): Promise<boolean> {
  return stat(place).then(
    (found) => found.isFile(),
    () => false,
  );
}
