import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { putBlob, readBlob } from "@/lib/files/blobs";

let root: string;
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), "aqtalu-blobs-"));
});
afterAll(() => rm(root, { recursive: true }));

const abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

test("bytes are kept once under their hash and come back", async () => {
  expect(await putBlob(Buffer.from("abc"), root)).toBe(abc);
  expect(await putBlob(Buffer.from("abc"), root)).toBe(abc);
  expect(await readdir(path.join(root, "ba", "78"))).toEqual([abc]);
  expect((await readBlob(abc, root))?.toString()).toBe("abc");
});

test("sixteen writers of the same bytes leave one file and no trace of the others", async () => {
  const bytes = Buffer.alloc(100_000, 7);
  const hashes = await Promise.all(Array.from({ length: 16 }, () => putBlob(bytes, root)));
  const [sha256] = hashes;
  expect(new Set(hashes).size).toBe(1);
  expect(await readdir(path.join(root, sha256!.slice(0, 2), sha256!.slice(2, 4)))).toEqual([sha256]);
});

test("what is not there is null, what was altered is not handed out", async () => {
  expect(await readBlob("0".repeat(64), root)).toBeNull();
  const sha256 = await putBlob(Buffer.from("as it was"), root);
  await writeFile(path.join(root, sha256.slice(0, 2), sha256.slice(2, 4), sha256), "as it is");
  await expect(readBlob(sha256, root)).rejects.toThrow("damaged");
});

test("a name that is no hash leads nowhere", async () => {
  await expect(readBlob("../../../etc/passwd", root)).rejects.toThrow("not the hash");
});
