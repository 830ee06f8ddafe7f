import { describe, expect, it } from "vitest";
import { articleKey, refusalKey, slotKey } from "@/lib/cases/sentences";
import { acts, works } from "@/lib/law/acts";
import { conditions } from "@/lib/law/conditions";
import { law, worksLaw } from "@/lib/law/law";
import { besides } from "@/lib/law/refusals";
import { singles, slots, voidReasons } from "@/lib/law/words";
import en from "@/messages/en/law.json";
import kk from "@/messages/kk/law.json";
import ru from "@/messages/ru/law.json";
import { matterFor } from "../law/support/valid";
import { refusedBy } from "../law/support/given";
import { but } from "../law/support/matter";

const languages = { en, ru, kk };
const keysOf = (words: object): string[] => Object.keys(words).toSorted();

function at(words: object, key: string): unknown {
  return key.split(".").reduce<unknown>((held, name) => (held as Record<string, unknown>)[name], words);
}

describe.each(Object.entries(languages))("words of the law in %s", (_locale, words) => {
  it("name exactly what the law names, nothing that is gone", () => {
    expect(keysOf(words.condition)).toEqual([...Object.keys(conditions), ...besides].toSorted());
    expect(keysOf(words.act)).toEqual([...acts].toSorted());
    expect(keysOf(words.actDone)).toEqual([...acts].toSorted());
    expect(keysOf(words.work)).toEqual([...works].toSorted());
    expect(keysOf(words.workAct)).toEqual([...works].toSorted());
    expect(keysOf(words.slot)).toEqual([...slots].toSorted());
    expect(keysOf(words.single)).toEqual([...singles].toSorted());
    expect(keysOf(words.voidReason)).toEqual([...voidReasons].toSorted());
    const articles = [...law, ...worksLaw].map((row) => row.article);
    expect(keysOf(words.article)).toEqual(articles.toSorted());
  });

  it("say of each condition what stands in the way and what would allow it", () => {
    for (const [name, sentence] of Object.entries(words.condition)) {
      expect(sentence.match(/[.](\s|$)/g)?.length ?? 0, name).toBe(2);
      expect(sentence.length, name).toBeLessThan(180);
    }
  });

  it("keep the same keys in every namespace, each with a text of its own", () => {
    for (const [namespace, texts] of Object.entries(words)) {
      expect(keysOf(texts), namespace).toEqual(keysOf(en[namespace as keyof typeof en]));
      for (const text of Object.values(texts as Record<string, string>)) expect(text.trim()).not.toBe("");
    }
  });

  it("use no apostrophe or brace that the message format would swallow", () => {
    expect(JSON.stringify(Object.values(words).map((texts) => Object.values(texts)))).not.toMatch(/['{}<>]/);
  });
});

it("Kazakh and Russian are not left in English, and conditions are not shared between them", () => {
  for (const name of Object.keys(en.condition) as (keyof typeof en.condition)[]) {
    expect(new Set([en.condition[name], ru.condition[name], kk.condition[name]]).size, name).toBe(3);
    expect(ru.condition[name] + kk.condition[name], name).not.toMatch(/[A-Za-z]/);
  }
});

it("a refusal, a stored slot and an article lead to their words", () => {
  const refusal = refusedBy(but(matterFor("R7"), { proceeding: { authors: ["member"] } }));
  expect(at(en, refusalKey(refusal))).toMatch(/^You wrote a version/);
  expect(at(ru, slotKey("member:2"))).toBe("член комиссии");
  expect(at(kk, slotKey("owner:3f6a"))).toBe("құпия иесі");
  expect(at(en, articleKey("R12a"))).toBe("Confirming the act of the court");
  expect(() => slotKey("guest:1")).toThrow("unknown slot");
});
