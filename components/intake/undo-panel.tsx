"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Answer } from "@/components/ui/answer";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ActRow, Panel } from "@/components/ui/panel";
import { SubmitButton } from "@/components/ui/submit-button";
import type { IntakeRefusal, Settled } from "@/lib/intake/view-standing";
import type { Result } from "@/lib/result";

type Answered = Result<Settled, IntakeRefusal>;
type UndoPanelProps = {
  id: string;
  fileName: string;
  undo: (previous: Answered | null, form: FormData) => Promise<Answered>;
};

/** All of an import at once, as long as nobody has worked on anything of it. Asked first: it cannot be taken back. */
export function UndoPanel({ id, fileName, undo }: UndoPanelProps) {
  const [answer, send] = useActionState(undo, null);
  const t = useTranslations("intake");
  return (
    <Panel title={t("undo.title")} className="no-print">
      <Answer result={answer} labels={{}} refusal={({ condition }) => t(`accept.${condition}`)} />
      <p className="max-w-[72ch] text-soft">{t("undo.text")}</p>
      <ActRow>
        <Dialog
          title={t("undo.question", { file: fileName })}
          description={t("undo.consequence")}
          trigger={<Button kind="ghost">{t("undo.open")}</Button>}
        >
          <form action={send}>
            <input type="hidden" name="id" value={id} />
            <SubmitButton kind="danger">{t("undo.submit")}</SubmitButton>
          </form>
        </Dialog>
      </ActRow>
    </Panel>
  );
}
