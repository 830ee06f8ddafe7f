"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { Notice } from "@/components/ui/notice";
import { Spinner } from "@/components/ui/spinner";
import type { FindingWords } from "@/lib/findings/sentences";
import type { Opened } from "@/lib/findings/view-answers";
import type { Result } from "@/lib/result";

type OpenDraftProps = {
  caseId: string;
  words: FindingWords;
  open(input: { caseId: string }): Promise<Result<Opened, never>>;
};

/** Makes the draft once the page is really on the screen: a link that is only prefetched writes nothing. */
export function OpenDraft({ caseId, words, open }: OpenDraftProps) {
  const t = useTranslations("findings.opening");
  const router = useRouter();
  const begun = useRef(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    const begin = async (): Promise<void> => {
      const answer = await open({ caseId }).catch(() => null);
      if (!answer?.ok || answer.value.kind === "unknown") return setTrouble(t("failed"));
      const { value } = answer;
      if (value.kind === "open") return router.refresh();
      setTrouble(words.condition[value.refusal.condition] ?? value.refusal.condition);
    };
    void begin();
  }, [caseId, open, router, t, words]);
  if (trouble) return <Notice tone="danger" live title={trouble} />;
  return (
    <p role="status" className="flex items-center gap-2 text-soft">
      <Spinner /> {t("making")}
    </p>
  );
}
