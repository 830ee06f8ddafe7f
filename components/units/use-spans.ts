"use client";

import { useState } from "react";
import type { Foliation } from "@/lib/archive/foliation";
import { nameExtent, readSheets } from "@/lib/archive/named-extents";
import type { Problem } from "@/lib/archive/problem";
import { replaceExtent } from "@/lib/archive/spans";
import {
  accessKeys,
  isComplete,
  noReply,
  sameAnswer,
  sameSecrecy,
  secrecyKeys,
  type FileSpan,
  type Half,
  type SpanAnswer,
} from "@/lib/units/view-spans";

export type SpansSent = {
  fileId: string;
  version: number;
  told: number;
  spans: { from: number; to: number; answer: SpanAnswer }[];
};

type Options = { foliation: Foliation; spans: readonly FileSpan[]; half: Half; fixed: boolean };

const pick = (answer: SpanAnswer, half: Half): Partial<SpanAnswer> =>
  Object.fromEntries((half === "secrecy" ? secrecyKeys : accessKeys).map((key) => [key, answer[key]]));

/**
 * The partition of a file while somebody answers for its ranges. Every step goes from one partition to another,
 * so there is no moment with a gap or an overlap.
 */
export function useSpans({ foliation, spans, half, fixed }: Options) {
  const [past, setPast] = useState<readonly (readonly FileSpan[])[]>([spans]);
  // The first range is chosen from the start: most files have only one.
  const first = spans[0];
  const [chosen, setChosen] = useState<number | null>(first ? 0 : null);
  const [sheets, setSheets] = useState(first ? nameExtent(foliation, first) : "");
  const [answer, setAnswer] = useState<Partial<SpanAnswer>>(first ? pick(first.answer, half) : {});
  const [problem, setProblem] = useState<Problem | null>(null);
  const [lacking, setLacking] = useState(false);
  const now = past.at(-1) ?? spans;

  const choose = (index: number): void => {
    const span = now[index];
    if (!span) return;
    setChosen(index);
    setSheets(nameExtent(foliation, span));
    setAnswer(pick(span.answer, half));
    setProblem(null);
  };
  /** The partition with the answer in it; null, with the reason shown, where it cannot be applied. */
  const apply = (): readonly FileSpan[] | null => {
    const read = readSheets(foliation, sheets);
    setLacking(!isComplete(half, answer));
    if (!read.ok) {
      setProblem(read.problem);
      return null;
    }
    if (!isComplete(half, answer)) return null;
    const change = (old: SpanAnswer): SpanAnswer => {
      const next = { ...old, ...answer };
      return half === "secrecy" && !sameSecrecy(old, next) ? { ...next, ...noReply } : next;
    };
    const same = fixed ? () => false : sameAnswer;
    const next = read.value.reduce<FileSpan[]>(
      (all, extent) => replaceExtent(all, extent, change, same),
      [...now],
    );
    if (fixed && next.length !== now.length) {
      setProblem({ kind: "rangeUnclear", at: 0, found: sheets });
      return null;
    }
    setPast([...past, next]);
    setProblem(null);
    setChosen(null);
    setSheets("");
    return next;
  };
  return {
    now,
    chosen,
    choose,
    sheets,
    setSheets: (text: string) => {
      setSheets(text);
      setChosen(null);
      setProblem(null);
    },
    answer,
    setAnswer: (changed: Partial<SpanAnswer>) => setAnswer({ ...answer, ...changed }),
    problem,
    lacking,
    apply,
    steps: past.length - 1,
    /** An answer stands in the form that is in no range yet. */
    pending: sheets.trim() !== "" && isComplete(half, answer),
    undo: () => setPast(past.length > 1 ? past.slice(0, -1) : past),
    /** What is sent: every range; the server takes the half that this person answers. */
    sent: (all: readonly FileSpan[]) =>
      all.map(({ from, to, answer: whole }) => ({ from, to, answer: whole })),
  };
}
