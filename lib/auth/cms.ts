/**
 * The port for a national electronic signature: a CMS structure (RFC 5652) with a detached signature of somebody's
 * certificate over exactly the bytes of a statement (its canonical form). Nothing is signed this way yet: whoever connects
 * a trust centre writes one `NationalSignature`, adds `cms` to the methods of a statement and its check to the
 * verifiers. `tests/auth/cms.test.ts` is what every implementation has to hold; the one there is a double.
 */
export type NationalSignature = {
  /** As it is to stand in records: "NCA RK", say. */
  readonly name: string;
  /** Checks `cms` over `content` as of `at`. Never throws for what somebody sent: that is `unreadable`. */
  check(given: { cms: Uint8Array; content: Uint8Array; at: Date }): Promise<CmsChecked>;
};

export type CmsChecked =
  | {
      readonly ok: true;
      /** Whose certificate it is: the individual's number and name as they stand in it. */
      readonly holder: { readonly number: string; readonly name: string };
      /** SHA-256 of the certificate, hex; kept with the signature so that it can be looked at again. */
      readonly certificate: string;
    }
  | { readonly ok: false; readonly why: CmsFault };

/** Not a CMS; not over these bytes; a chain that does not end at the trust centre; out of its time; taken back. */
export type CmsFault = "unreadable" | "altered" | "untrusted" | "expired" | "revoked";
