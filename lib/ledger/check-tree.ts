import type { Claim } from "@/lib/ledger/check-heads";
import type { Fault } from "@/lib/ledger/fault";
import { rootOf } from "@/lib/ledger/merkle";
import { Peaks } from "@/lib/ledger/peaks";

/** Grows the tree leaf by leaf and compares it with each head on the way. */
export class TreeCheck {
  private readonly peaks = new Peaks();
  private next = 0;
  private agreed = { size: 0, seconds: null as number | null };
  /** Whose claims did not agree, and at the size at hand whose did: true for those kept from before. */
  private readonly failed = new Set<boolean>();
  private here = { size: -1, agreed: new Set<boolean>() };
  private forked = false;
  /** The newest proof on the way: leaves covered, and when it was witnessed. */
  proven: { size: number; seconds: number | null } = { size: 0, seconds: null };

  /** `claims` in ascending order of size. */
  constructor(
    private readonly claims: readonly Claim[],
    private readonly report: (fault: Fault) => void,
  ) {
    this.compare();
  }

  get size(): number {
    return this.peaks.size;
  }

  /** The leaf is the 32 bytes from `place` on. */
  add(leaves: Uint8Array, place: number): void {
    this.peaks.add(leaves, place);
    if (this.size === this.claims[this.next]?.size) this.compare();
  }

  /** What was claimed of leaves that never came. */
  end(): void {
    const claim = this.claims[this.next];
    if (!claim || this.failed.size > 0) return;
    const whose = claim.own ? "the checkpoint kept from before" : "a checkpoint of the log";
    const what = `${whose} covers ${claim.size} entries, and there are ${this.size}`;
    this.fault("shorter", claim, this.size, what);
  }

  private compare(): void {
    for (; this.claims[this.next]?.size === this.size; this.next++) {
      const claim = this.claims[this.next]!;
      if (this.here.size !== claim.size) this.here = { size: claim.size, agreed: new Set() };
      if (rootOf(this.peaks.frontier).equals(claim.root)) this.agree(claim);
      else this.disagree(claim);
    }
  }

  private agree(claim: Claim): void {
    this.here.agreed.add(claim.own);
    if (this.failed.has(!claim.own)) this.tellFork(claim);
    if (this.failed.size > 0) return;
    const times = [claim.seconds, this.agreed.seconds].filter((time) => time !== null);
    this.agreed = { size: claim.size, seconds: times.length > 0 ? Math.max(...times) : null };
    if (claim.proves) this.proven = this.agreed;
  }

  private disagree(claim: Claim): void {
    if (this.failed.size === 0) {
      const whose = claim.own ? "the checkpoint kept from before" : "the checkpoint";
      this.fault(
        "root",
        claim,
        this.agreed.size,
        `the entries before ${claim.size} are not those of ${whose}`,
      );
    }
    this.failed.add(claim.own);
    if (this.here.agreed.has(!claim.own)) this.tellFork(claim);
  }

  /** The log's signature stands over what these entries give and over what they do not give. */
  private tellFork(claim: Claim): void {
    if (this.forked) return;
    this.forked = true;
    this.fault("fork", claim, this.agreed.size, "the log has signed two histories");
  }

  private fault(code: "root" | "fork" | "shorter", claim: Claim, index: number, what: string): void {
    this.report({ code, at: `checkpoint ${claim.size}`, index, what, since: this.agreed.seconds });
  }
}
