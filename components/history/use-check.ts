"use client";

import { useRef, useState } from "react";
import type { ToldStep } from "@/lib/history/view";

type Shown = ToldStep | { is: "busy" };

/** Runs the check on the server and follows it line by line. */
export function useCheck(): { step: Shown | null; start: () => void } {
  const [step, setStep] = useState<Shown | null>(null);
  const running = useRef(false);
  const follow = async (): Promise<void> => {
    const response = await fetch("/api/history/verify", { cache: "no-store" });
    if (response.status === 409) return setStep({ is: "busy" });
    if (!response.ok || !response.body) return setStep({ is: "failed" });
    let last: Shown = { is: "failed" };
    for await (const line of linesOf(response.body)) setStep((last = JSON.parse(line) as ToldStep));
    if (last.is === "checking") setStep({ is: "failed" });
  };
  const start = (): void => {
    if (running.current) return;
    running.current = true;
    setStep({ is: "checking", lines: 0, entries: 1, done: "0", all: "…", rate: "0" });
    follow()
      .catch(() => setStep({ is: "failed" }))
      .finally(() => (running.current = false));
  };
  return { step, start };
}

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body
    .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
    .getReader();
  let rest = "";
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    const lines = (rest + read.value).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
}
