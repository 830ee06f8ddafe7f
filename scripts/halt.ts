/** An expected end: one sentence for the person at the terminal, no stack trace. */
export type Halt = Error & { readonly sentence: string };

export function halt(sentence: string): Halt {
  return Object.assign(new Error(sentence), { sentence });
}

/** The sentence of an expected end, or the stack of anything else. */
export function explain(fault: unknown): string {
  if (typeof fault === "object" && fault !== null) {
    if ("sentence" in fault) return String(fault.sentence);
    if ("stack" in fault) return String(fault.stack);
  }
  return String(fault);
}
