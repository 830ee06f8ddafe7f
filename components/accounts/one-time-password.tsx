"use client";

import { CopyButton } from "@/components/ui/copy-button";
import { Notice } from "@/components/ui/notice";

/** Shown once, after it was made; the page does not know it any more when it is loaded again. */
export function OneTimePassword({ secret, title, text }: { secret: string; title: string; text: string }) {
  return (
    <Notice tone="warn" live title={title}>
      <p className="my-1.5 flex flex-wrap items-center gap-2">
        <code className="rounded-sm bg-sheet px-2 py-1 text-[1.0625rem]">{secret}</code>
        <CopyButton text={secret} />
      </p>
      <p>{text}</p>
    </Notice>
  );
}
