"use client";

import { useLocale, useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { RefusedNote } from "@/components/proceedings/refused-note";
import { useAct } from "@/components/proceedings/use-act";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextAreaField } from "@/components/ui/text-field";
import type { ActDone, FormAction } from "@/lib/cases/view-told";
import type { FindingWords } from "@/lib/findings/sentences";
import type { Reading } from "./use-reading";

type ReadingAskProps = {
  ask: FormAction<ActDone>;
  keys: { ask: string };
  words: FindingWords;
  proceeding: { id: string; version: number };
  reading: Reading;
};

/** A question to the author about the claim at hand; until it is answered the item is signed singly. */
export function ReadingAsk({ ask, keys, words, proceeding, reading }: ReadingAskProps) {
  const t = useTranslations("findings.reading");
  const locale = useLocale();
  const router = useRouter();
  const { claim, at, asking, setAsking } = reading;
  const { result, submit, pending } = useAct(ask, keys.ask);
  const isDone = result?.ok === true;
  useEffect(() => {
    if (isDone) router.refresh();
  }, [isDone, router]);
  if (!claim) return null;
  const about = t("head", { nth: at + 1, kind: words.kind[claim.kind] });
  const error = !result || result.ok ? null : result.kind === "refusal" ? result.refusals[0]! : "fault";
  return (
    <Dialog open={asking} onOpenChange={setAsking} title={t("askTitle")} description={about}>
      {isDone ? (
        <p role="status">{t("asked")}</p>
      ) : (
        <form onSubmit={submit} className="flex flex-col gap-4">
          <input type="hidden" name="proceeding" value={proceeding.id} />
          <input type="hidden" name="version" value={proceeding.version} />
          <input type="hidden" name="locale" value={locale} />
          <TextAreaField
            name="text"
            label={t("question")}
            defaultValue={`${about} – `}
            error={error === "fault" ? t("askFailed") : error && <RefusedNote told={error} />}
            autoFocus
          />
          <div>
            <Button type="submit" disabled={pending}>
              {t("askSend")}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
