import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { Upload } from "tus-js-client";

/** What is sent at once, and what is lost at most when a connection breaks. */
const PIECE = 4 * 1024 * 1024;
const HASHED_AT_ONCE = 1024 * 1024;

/** Bytes that have gone, and how many go in a second; null until that can be said. */
export type Gone = { bytes: number; rate: number | null };

/** The upload as it lies with us, and what the file is at home. */
export type SentFile = { id: string; sha256: string };

/**
 * Sends a file in pieces and tells how far it is. One that broke off, with this page or with the network, is
 * gone on with when the same file is chosen again.
 *
 * @throws when it does not get through after several tries.
 */
export async function sendFile(file: File, onBytes: (gone: Gone) => void): Promise<SentFile> {
  const [url, hash] = await Promise.all([send(file, onBytes), hashOf(file)]);
  return { id: url.split("/").at(-1)!, sha256: hash };
}

function send(file: File, onBytes: (gone: Gone) => void): Promise<string> {
  let first: { bytes: number; at: number } | null = null;
  const tell = (bytes: number): void => {
    first ??= { bytes, at: performance.now() };
    const seconds = (performance.now() - first.at) / 1000;
    onBytes({ bytes, rate: seconds > 1 ? (bytes - first.bytes) / seconds : null });
  };
  return new Promise((resolve, reject) => {
    const upload = new Upload(file, {
      endpoint: "/api/upload/intake",
      chunkSize: PIECE,
      retryDelays: [0, 1000, 3000, 5000, 10_000, 20_000],
      removeFingerprintOnSuccess: true,
      onProgress: tell,
      onError: reject,
      onSuccess: () => resolve(upload.url!),
    });
    void upload.findPreviousUploads().then(([earlier]) => {
      if (earlier) upload.resumeFromPreviousUpload(earlier);
      upload.start();
    });
  });
}

/** In pieces, so that a file of any size is never in memory as a whole. */
async function hashOf(file: File): Promise<string> {
  const hash = sha256.create();
  for (let at = 0; at < file.size; at += HASHED_AT_ONCE) {
    hash.update(new Uint8Array(await file.slice(at, at + HASHED_AT_ONCE).arrayBuffer()));
  }
  return bytesToHex(hash.digest());
}
