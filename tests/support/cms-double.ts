import { createHash, generateKeyPairSync, sign, verify, type KeyObject } from "node:crypto";
import type { CmsChecked, NationalSignature } from "@/lib/auth/cms";

/**
 * A DOUBLE of a national signature, for tests alone: its "CMS" is JSON, its certificates are rows of a map. It proves
 * nothing about anybody and is not part of the application.
 */
export class CmsDouble implements NationalSignature {
  readonly name = "double";
  private readonly certificates = new Map<
    string,
    { key: KeyObject; number: string; name: string; from: Date; to: Date; revoked: Date | null }
  >();

  /** A certificate for somebody, and what they sign with. */
  issue(holder: { number: string; name: string }, from: Date, to: Date) {
    const { publicKey, privateKey } = generateKeyPairSync("ed25519");
    const certificate = createHash("sha256")
      .update(publicKey.export({ format: "der", type: "spki" }))
      .digest("hex");
    const held = { key: publicKey, ...holder, from, to, revoked: null as Date | null };
    this.certificates.set(certificate, held);
    return {
      certificate,
      revoke: (at: Date): void => void (held.revoked = at),
      sign: (content: Uint8Array): Uint8Array => {
        const signature = sign(null, content, privateKey).toString("base64");
        return Buffer.from(JSON.stringify({ certificate, signature }));
      },
    };
  }

  async check({ cms, content, at }: Parameters<NationalSignature["check"]>[0]): Promise<CmsChecked> {
    const no = (why: Extract<CmsChecked, { ok: false }>["why"]): CmsChecked => ({ ok: false, why });
    const read = readJson(cms);
    if (!read) return no("unreadable");
    const held = this.certificates.get(read.certificate);
    if (!held) return no("untrusted");
    if (!verify(null, content, held.key, Buffer.from(read.signature, "base64"))) return no("altered");
    if (at < held.from || at > held.to) return no("expired");
    if (held.revoked && held.revoked <= at) return no("revoked");
    const { number, name } = held;
    return { ok: true, holder: { number, name }, certificate: read.certificate };
  }
}

function readJson(bytes: Uint8Array): { certificate: string; signature: string } | null {
  try {
    const value = JSON.parse(Buffer.from(bytes).toString("utf8")) as Record<string, unknown> | null;
    const { certificate, signature } = value ?? {};
    return typeof certificate === "string" && typeof signature === "string"
      ? { certificate, signature }
      : null;
  } catch {
    return null;
  }
}
