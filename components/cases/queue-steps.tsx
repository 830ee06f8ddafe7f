"use client";

import { Link } from "@/components/ui/link";
import { useRouter } from "next/navigation";
import { useHotkeys } from "react-hotkeys-hook";
import { Kbd } from "@/components/ui/kbd";
import { useShortcuts } from "@/components/ui/shortcuts";
import { useNext } from "./use-next";

type QueueStepsProps = {
  proceeding: string | null;
  waits: boolean;
  previous: string | null;
  next: string | null;
  words: { previous: string; next: string };
};

/** To the neighbours in the queue, with links or with j and k. */
export function QueueSteps({ proceeding, waits, previous, next, words }: QueueStepsProps) {
  const router = useRouter();
  const { enabled } = useShortcuts();
  const onward = useNext(proceeding, waits, next);
  useHotkeys("j", () => onward && router.push(onward), { enabled, preventDefault: true });
  useHotkeys("k", () => previous && router.push(previous), { enabled, preventDefault: true });
  return (
    <>
      {previous && <Step href={previous} word={words.previous} press="K" />}
      {onward && <Step href={onward} word={words.next} press="J" />}
    </>
  );
}

const Step = ({ href, word, press }: { href: string; word: string; press: string }) => (
  <Link href={href} className="inline-flex min-h-6 items-center gap-1.5">
    {word}
    <span aria-hidden className="max-lg:hidden">
      <Kbd>{press}</Kbd>
    </span>
  </Link>
);
