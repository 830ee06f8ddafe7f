import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { readRejects } from "@/lib/intake/rejects";
import { dropProposal } from "@/lib/intake/write";
import type { Actor } from "@/lib/law/actor";
import { openImportDesk, type Opened } from "./import-desk";

let { desk, archivist, colleague, expert, propose, accept } = {} as Opened;
openImportDesk((opened) => ({ desk, archivist, colleague, expert, propose, accept } = opened));

describe("what a table turns down", () => {
  const lines = Array.from({ length: 520 }, (_, nth) => `ЦГА;9;2;${nth + 1};сто`);
  const sound = "ЦГА;9;2;999;10";
  const list = ["Архив;Фонд;Опись;Номер дела;Листы", ...lines, sound, "ЦГА;9;2;1000;=1+1"].join("\n");
  const rejectsFor = async (actor: Actor, id: string) => {
    const rejects = await readRejects(desk, actor, id);
    return rejects && text(Readable.from(rejects.csv));
  };

  it("is given whole, each row as it came, in the reader's words, to archivists of that archive alone", async () => {
    const { id, digest, summary } = await propose(list, "list.csv");
    expect([summary.problems.length, summary.problemCount]).toEqual([500, 521]);
    const rejects = (await rejectsFor({ ...colleague, locale: "ru" }, id))!;
    const rows = parse<Record<string, string>>(rejects, { bom: true, columns: true });
    expect(rows).toHaveLength(521);
    const first = {
      "Отклонённая строка": "2",
      "Столбец с ошибкой": "Листы",
      "Номер дела": "1",
      Листы: "сто",
    };
    expect(rows[0]).toMatchObject(first);
    expect(rows[0]!["Причина отказа"]).toContain("«сто»");
    expect(rows[520]).toMatchObject({ "Отклонённая строка": "523", Листы: "'=1+1" });
    expect(await rejectsFor(expert, id)).toBeNull();
    expect(await accept(archivist, { id, digest })).toMatchObject({ state: "accepted" });

    const mended = rejects.replaceAll("сто", "12").replace("'=1+1", "7");
    const again = await propose(mended, "mended.csv");
    expect(again.summary).toMatchObject({ problemCount: 0, counts: { file: { added: 521, unchanged: 0 } } });
    await accept(archivist, again);
    const all = await propose(list.replaceAll("сто", "12").replace("=1+1", "7"), "all.csv");
    expect(all.summary.counts.file).toMatchObject({ added: 0, changed: 0, unchanged: 522 });
    await dropProposal(desk, archivist, all.id);
    expect(await rejectsFor(archivist, all.id)).toBeNull();
  });
});
