import { assertionFault, readKey, type Passkey } from "@/lib/ledger/assertion";
import { isObject } from "@/lib/ledger/closed";
import type { ActPayload, Payload, SignatureEntry } from "@/lib/ledger/entry";
import type { Folded, Folding } from "@/lib/ledger/fold";
import { statementHash, type Signed } from "@/lib/ledger/statement";

/** How long nobody can sign after their passkeys and password were replaced by others (seconds). */
export const COOLING = 72 * 3600;

type Of<Kind extends Payload["kind"]> = Extract<Payload, { kind: Kind }>;
type Reset = { account: string; by: string | null; done: boolean };
/** What is still to be signed for under a statement: each request once. */
type Open = {
  signer: string;
  hash: string;
  rules: number;
  requests: Map<string, Signed["requests"][number]>;
};

/**
 * Follows who could sign with what, and checks every signature that a passkey gave (docs/ledger.md, "Signing"). Whoever
 * has a passkey signs with it alone: without theirs nobody can make a signature of theirs, the owner of the database
 * neither.
 */
export class SigningCheck {
  private readonly keys = new Map<string, Map<string, Passkey>>();
  /** Accounts that had a passkey once: only a reset by two makes room for a first one again. */
  private readonly bound = new Set<string>();
  private readonly resets = new Map<string, Reset>();
  private readonly cooling = new Map<string, number>();
  private readonly open = new Map<string, Open>();
  private readonly used = new Set<string>();

  /** Takes the next entry, before it is folded into `before`. Gives what is wrong with a signature or a key, or null. */
  take(entry: Folding, before: Folded): string | null {
    const p = entry.payload;
    switch (p.kind) {
      case "passkey":
        return p.what === "added" ? this.takeAdded(entry, p) : this.takeRemoved(entry, p);
      case "reset":
        return this.takeReset(entry, p);
      case "statement":
        return this.takeStatement(entry, p);
      case "act":
        return p.signature ? this.takeSignature(entry, p, p.signature, before) : null;
      default:
        return null;
    }
  }

  private takeAdded({ actor }: Folding, p: Of<"passkey">): string | null {
    const { account, credential, key, site } = p;
    const live = this.keys.get(account);
    const wrong = ((): string | null => {
      if (actor.id !== account) return "a passkey is added by somebody else";
      if (!key || !site || !readKey(key)) return "the passkey's public key cannot be read";
      if (live?.has(credential)) return "the passkey was added before";
      if (!live?.size)
        return this.bound.has(account) ? "a first passkey takes the place of others without a reset" : null;
      const by = p.assertion && live.get(p.assertion.credential);
      if (!p.assertion || !by) return "a further passkey is added without one that is there";
      return assertionFault(
        p.assertion,
        by,
        statementHash({ account, adds: "passkey", credential, key, site }),
      );
    })();
    if (key && site && !wrong) {
      this.keys.set(account, (live ?? new Map<string, Passkey>()).set(credential, { credential, key, site }));
      this.bound.add(account);
    }
    return wrong;
  }

  private takeRemoved({ actor }: Folding, { account, credential }: Of<"passkey">): string | null {
    const live = this.keys.get(account);
    if (actor.id !== account) return "a passkey is removed by somebody else";
    if (!live?.has(credential)) return "a passkey is removed that is not there";
    if (live.size === 1) return "the last passkey is removed without a reset";
    live.delete(credential);
    return null;
  }

  private takeReset({ actor, at }: Folding, { what, reset, account }: Of<"reset">): string | null {
    const held = this.resets.get(reset);
    if (what === "proposed") {
      this.resets.set(reset, { account, by: actor.id ?? null, done: false });
      return held ? "the reset was proposed before" : null;
    }
    if (!held || held.done || held.account !== account) return "a reset that nobody proposed";
    held.done = true;
    if (what === "withdrawn") return null;
    const by = actor.id ?? null;
    if (by === held.by || by === account) return "a reset is confirmed by who proposed it";
    this.keys.delete(account);
    this.bound.delete(account);
    this.cooling.set(account, Date.parse(at) + COOLING * 1000);
    return null;
  }

  private takeStatement({ actor }: Folding, p: Of<"statement">): string | null {
    const { signed, assertion, statement: id } = p;
    const hash = statementHash(signed);
    const key = this.keys.get(signed.signer)?.get(assertion.credential);
    const wrong = ((): string | null => {
      if (hash !== p.hash) return "the statement does not give its hash";
      if (signed.signer !== actor.id) return "the statement is somebody else's";
      if (!key) return "the statement is signed with a passkey that its signer does not have";
      if (this.used.has(hash) || this.open.has(id)) return "the statement was signed before";
      return assertionFault(assertion, key, hash);
    })();
    if (wrong) return wrong;
    this.used.add(hash);
    const requests = new Map(
      signed.requests.flatMap((one) => (typeof one.proceeding === "string" ? [[one.proceeding, one]] : [])),
    );
    this.open.set(id, { signer: signed.signer, hash, rules: signed.rules, requests });
    return null;
  }

  private takeSignature(
    { actor, at }: Folding,
    p: ActPayload,
    s: SignatureEntry,
    before: Folded,
  ): string | null {
    const signer = typeof actor.id === "string" ? actor.id : "";
    // What is not needed for the tables may be missing in an entry that somebody else has made.
    const { id, method, hash }: Partial<SignatureEntry["statement"]> = isObject(s.statement)
      ? s.statement
      : {};
    if (Date.parse(at) < (this.cooling.get(signer) ?? 0)) return "is signed too soon after a reset";
    if (method !== "passkey")
      return this.keys.get(signer)?.size ? "is signed without the passkey that its signer has" : null;
    const open = typeof id === "string" ? this.open.get(id) : undefined;
    const request = open?.requests.get(p.proceeding);
    if (!open || !request) return "no passkey signed for this";
    open.requests.delete(p.proceeding);
    if (open.requests.size === 0) this.open.delete(id!);
    const version = before.proceedings.get(p.proceeding)?.version ?? null;
    const same = open.signer === signer && open.hash === hash && open.rules === s.rules;
    return same && covers(request, p, s, version) ? null : "the passkey signed for something else";
  }
}

const against: ReadonlySet<unknown> = new Set(["disagree", "keep", "refuse", "confirm_unfavourable"]);
const textOf = (value: unknown): unknown => (isObject(value) ? (value.text ?? null) : null);

/** Whether somebody asked for exactly this: act, edition, dossier, outcome, reason and basis. What is left out is null. */
function covers(
  request: Signed["requests"][number],
  p: ActPayload,
  s: SignatureEntry,
  version: number | null,
): boolean {
  const { act = null, dossierHash = null, outcome = null, basis = null } = request;
  const answer = against.has(act) || outcome === "refused" ? "against" : "for";
  const { decision, article }: { decision: { basis?: unknown } | null; article?: unknown } = p;
  return (
    act === (p.act ?? null) &&
    (request.version ?? null) === version &&
    dossierHash === s.dossier &&
    (s.outcome === null || s.outcome === outcome) &&
    s.answer === answer &&
    textOf(request.reason) === textOf(p.reason) &&
    (!decision || (decision.basis ?? null) === (basis ?? article ?? null))
  );
}
