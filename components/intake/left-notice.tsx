"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Answer } from "@/components/ui/answer";
import { Notice } from "@/components/ui/notice";
import { ActRow } from "@/components/ui/panel";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ChooseAct } from "./choice-form";

type LeftNoticeProps = { id: string; digest: string; count: number; act: ChooseAct };

/** That not all of the file is taken, and the way back. */
export function LeftNotice({ id, digest, count, act }: LeftNoticeProps) {
  const [result, send] = useActionState(act, null);
  const t = useTranslations("intake");
  return (
    <Notice tone="warn" title={t("choice.left", { count })}>
      {t("choice.leftText")}
      <form action={send} className="no-print">
        <Answer result={result} labels={{}} refusal={({ condition }) => t(`accept.${condition}`)} />
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="digest" value={digest} />
        <ActRow>
          <SubmitButton kind="ghost">{t("choice.takeAll")}</SubmitButton>
        </ActRow>
      </form>
    </Notice>
  );
}
