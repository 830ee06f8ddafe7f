import { describe, expect, test } from "vitest";
import { canonicalBytes } from "@/lib/ledger/canonical";
import { CmsDouble } from "../support/cms-double";

const day = (text: string): Date => new Date(`${text}T00:00:00Z`);
const at = day("2026-11-27");
const statement = canonicalBytes({
  key: "k",
  register: false,
  requests: [],
  rules: 1,
  signer: "m",
  text: "I sign",
});

/** What every implementation of the port has to hold; the one at hand is a double. */
describe("a national signature", () => {
  const port = new CmsDouble();
  const holder = { number: "900101300123", name: "Досжанова Айман" };
  const card = port.issue(holder, day("2026-01-01"), day("2027-01-01"));
  const check = (cms: Uint8Array, content: Uint8Array = statement, when = at) =>
    port.check({ cms, content, at: when });

  test("over exactly these bytes is its holder's", async () => {
    expect(await check(card.sign(statement))).toEqual({ ok: true, holder, certificate: card.certificate });
  });

  test("over other bytes, or altered, is nobody's", async () => {
    const other = canonicalBytes({ text: "something else" });
    expect(await check(card.sign(statement), other)).toEqual({ ok: false, why: "altered" });
    expect(await check(card.sign(other))).toEqual({ ok: false, why: "altered" });
  });

  test("by a certificate of another trust centre is not believed", async () => {
    const elsewhere = new CmsDouble().issue(holder, day("2026-01-01"), day("2027-01-01"));
    expect(await check(elsewhere.sign(statement))).toEqual({ ok: false, why: "untrusted" });
  });

  test("counts within the time of its certificate, until that is taken back", async () => {
    const cms = card.sign(statement);
    expect(await check(cms, statement, day("2025-12-31"))).toEqual({ ok: false, why: "expired" });
    expect(await check(cms, statement, day("2027-01-02"))).toEqual({ ok: false, why: "expired" });
    card.revoke(day("2026-11-28"));
    expect(await check(cms)).toMatchObject({ ok: true });
    expect(await check(cms, statement, day("2026-11-28"))).toEqual({ ok: false, why: "revoked" });
  });

  test.each(["", "{}", "null", "[1]", "not json", '{"certificate":1,"signature":2}'])(
    "%j is unreadable, and no fault is thrown",
    async (text) => {
      expect(await check(Buffer.from(text))).toEqual({ ok: false, why: "unreadable" });
    },
  );
});
