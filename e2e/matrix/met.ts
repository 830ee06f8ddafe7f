import { readFileSync } from "node:fs";
import { z } from "zod";
import type { Answer } from "../support/post";

const wordsOf = (namespace: string): unknown =>
  JSON.parse(readFileSync(`messages/en/${namespace}.json`, "utf8"));
const law = z.object({ condition: z.record(z.string(), z.string()) }).parse(wordsOf("law"));
const cases = z
  .object({ join: z.object({ refusal: z.record(z.string(), z.string()) }) })
  .parse(wordsOf("cases"));
const acts = z.object({ unknown: z.string() }).parse(wordsOf("acts"));

/** Conditions by the sentence in which the screens tell them. */
const bySentence = new Map<string, string>([
  ...Object.entries({ ...law.condition, ...cases.join.refusal }).map(
    ([condition, sentence]) => [sentence, condition] as const,
  ),
  [acts.unknown, "unknown"],
]);

const told = z.object({ sentence: z.string() });
const named = z.object({ condition: z.string() });
const listed = z.object({ results: z.tuple([z.object({ told: told.nullable() })]) });
const finding = z.object({ kind: z.string(), refusal: named.optional() });
const found = z.tuple([z.object({ answer: finding })]);
const answered = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), kind: z.literal("refusal"), refusals: z.array(z.unknown()).min(1) }),
  z.object({ ok: z.literal(false), kind: z.enum(["input", "signed_out", "origin", "fault"]) }),
]);

/**
 * What somebody met who called an action, in one word: `granted`, the condition that was in the way,
 * `unknown` or `gone` for what does not exist for them, `origin`, `signed_out`, `input`, `fault`.
 */
export function metBy(answer: Answer): string {
  if ("to" in answer) return `led to ${answer.to}`;
  if ("status" in answer) return `status ${answer.status}`;
  const result = answered.parse(answer.result);
  if (result.ok) return metIn(result.value);
  return result.kind === "refusal" ? conditionOf(result.refusals[0]) : result.kind;
}

function conditionOf(refusal: unknown): string {
  const sentence = told.safeParse(refusal);
  if (!sentence.success) return named.parse(refusal).condition;
  return bySentence.get(sentence.data.sentence) ?? sentence.data.sentence;
}

/** Lists and findings answer with a value in which the refusal stands. */
function metIn(value: unknown): string {
  const list = listed.safeParse(value);
  if (list.success) {
    const [{ told: refusal }] = list.data.results;
    return refusal ? conditionOf(refusal) : "granted";
  }
  const first = found.safeParse(value);
  const one = finding.safeParse(first.success ? first.data[0].answer : value);
  if (!one.success) return "granted";
  return one.data.refusal?.condition ?? one.data.kind;
}
