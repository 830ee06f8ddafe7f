"use client";

import { useNext } from "@/components/cases/use-next";
import { ButtonLink } from "@/components/ui/button";

/** After a signature: on to what came next in the queue when this item still waited. */
export function NextWaiting({ proceeding, next, word }: { proceeding: string; next: string; word: string }) {
  const onward = useNext(proceeding, false, next);
  return onward && <ButtonLink href={onward}>{word}</ButtonLink>;
}
