"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import type { Reading } from "./use-reading";

type ReadingFootProps = { reading: Reading; mayAsk: boolean; total: number };

export function ReadingFoot({ reading, mayAsk, total }: ReadingFootProps) {
  const t = useTranslations("findings.reading");
  const { at, go, accept, ask, claim } = reading;
  return (
    <div className="flex flex-wrap items-center gap-2.5 border-t border-rule2 bg-sheet px-7 py-3.5 max-sm:px-4">
      {claim && (
        <Button onClick={accept}>
          {t("accept")} <Kbd>A</Kbd>
        </Button>
      )}
      {claim && mayAsk && (
        <Button kind="ghost" onClick={ask}>
          {t("ask")} <Kbd>Q</Kbd>
        </Button>
      )}
      <span className="ml-auto flex gap-1 text-small">
        <Button kind="quiet" disabled={at === 0} onClick={() => go(at - 1)}>
          {t("previous")} <Kbd>K</Kbd>
        </Button>
        <Button kind="quiet" disabled={at >= total} onClick={() => go(at + 1)}>
          {t("next")} <Kbd>J</Kbd>
        </Button>
      </span>
    </div>
  );
}
