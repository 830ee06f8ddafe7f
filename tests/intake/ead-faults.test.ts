import { describe, expect, it } from "vitest";
import { readFindingAid } from "@/lib/intake/ead";
import { readSource, realFindingAids, wrap } from "./finding-aids";

async function fault(...pieces: (string | Uint8Array)[]) {
  const outcome = await readFindingAid(pieces.map((piece) => Buffer.from(piece as string)));
  return outcome.ok ? { code: "read", units: outcome.value.units.length } : outcome.problem;
}

const at = (line: number, column: number) => ({ kind: "line", line, column });

describe("a file that is no finding aid", () => {
  it("empty", async () => {
    expect(await fault("")).toEqual({ code: "empty", place: at(1, 1), detail: "" });
    expect(await fault("\ufeff \n\n ")).toMatchObject({ code: "empty" });
    expect(await fault()).toMatchObject({ code: "empty" });
  });

  it("not XML", async () => {
    expect(await fault("%PDF-1.7 …")).toMatchObject({ code: "notXml", place: { line: 1 } });
    expect(await fault("архив;фонд;дело\n1;2;3")).toMatchObject({ code: "notXml" });
    expect(await fault("just words")).toMatchObject({ code: "notXml" });
  });

  it("bytes that are not the declared encoding", async () => {
    const cut = Buffer.from(wrap("<c/>")).subarray(0, -60);
    expect(await fault(Buffer.concat([cut, Buffer.from([0xc3, 0x28])]))).toMatchObject({
      code: "encoding",
      detail: "utf-8",
    });
    expect(await fault('<?xml version="1.0" encoding="EBCDIC-1"?><ead/>')).toMatchObject({
      code: "encoding",
      detail: "ebcdic-1",
    });
  });

  it("another kind of XML", async () => {
    expect(await fault("<html><body/></html>")).toMatchObject({ code: "notFindingAid", detail: "html" });
    expect(await fault("<ead><control><recordid>1</recordid></control></ead>")).toMatchObject({
      code: "noDescription",
    });
    expect(await fault("<ead><archdesc><did><unittitle>x</unittitle></did></archdesc></ead>")).toMatchObject({
      code: "noIdentifier",
    });
  });

  it("cut off, at any place after the root", async () => {
    const whole = wrap("<c><did><unittitle>Дело &amp; приложения</unittitle></did></c>");
    const start = whole.indexOf("<ead") + 60;
    for (let end = start; end < whole.length; end += 7) {
      const result = await fault(whole.slice(0, end));
      expect(["truncated", "malformed"], whole.slice(0, end)).toContain(result.code);
    }
    expect(await fault(whole.slice(0, whole.indexOf("</dsc>")))).toMatchObject({
      code: "truncated",
      place: { line: 4 },
    });
  });

  it.skipIf(realFindingAids.length === 0)("a real one cut in the middle", async () => {
    for (const name of realFindingAids) {
      const source = readSource(name);
      const result = await fault(source.slice(0, Math.floor(source.length / 2)));
      expect(result, name).toMatchObject({ code: "truncated", place: { kind: "line" } });
    }
  });

  it("not well-formed: line and column of the first fault", async () => {
    const result = await fault("<ead>\n<control>\n <recordid>1</recordidd></control></ead>");
    expect(result).toMatchObject({ code: "malformed", place: at(3, 24) });
    expect(await fault(wrap("<c><unknown:did/></c>"))).toMatchObject({ code: "malformed" });
  });
});

describe("a file made to do harm", () => {
  const bomb = `<?xml version="1.0"?>
<!DOCTYPE ead [
 <!ENTITY a "ha">
 <!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
 <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">
]>
<ead><archdesc><did><unittitle>&c;</unittitle></did></archdesc></ead>`;

  it("entities that multiply", async () => {
    expect(await fault(bomb)).toEqual({
      code: "entityDeclared",
      place: at(3, 2),
      detail: '<!ENTITY a "ha">',
    });
  });

  it("an external entity", async () => {
    const source = bomb.replace(/ <!ENTITY a[\s\S]*\]>/, ' <!ENTITY x SYSTEM "file:///etc/passwd">\n]>');
    expect(await fault(source)).toMatchObject({ code: "entityDeclared", place: at(3, 2) });
    expect(await fault('<!DOCTYPE ead [ <!ENTITY % p SYSTEM "http://x/">%p; ]><ead/>')).toMatchObject({
      code: "entityDeclared",
      place: at(1, 17),
    });
  });

  it("an entity that nobody declared here", async () => {
    expect(await fault(wrap("<c><did><unittitle>a&nbsp;b</unittitle></did></c>"))).toMatchObject({
      code: "undefinedEntity",
      place: { line: 4 },
    });
  });

  it("nesting without end", async () => {
    expect(await fault(wrap("<c>".repeat(100_000)))).toMatchObject({ code: "tooDeep" });
  });

  it("but the usual document type of EAD 2002 is passed over, and nothing is fetched", async () => {
    const source = `<?xml version="1.0"?><!DOCTYPE ead PUBLIC "+//ISBN 1-931666-00-8//DTD ead.dtd//EN" "http://localhost:9/ead.dtd">
<ead><eadheader><eadid>1</eadid></eadheader><archdesc><did><unittitle>x</unittitle></did></archdesc></ead>`;
    expect(await fault(source)).toEqual({ code: "read", units: 1 });
  });
});
