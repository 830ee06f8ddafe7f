"use client";

import { useLocale, useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import type { PreparePasskey } from "@/components/auth/touch-passkey";
import { RefusedNote } from "@/components/proceedings/refused-note";
import { useAct } from "@/components/proceedings/use-act";
import { useFieldError } from "@/components/ui/answer";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { TextAreaField, TextField } from "@/components/ui/text-field";
import type { ActDone, FormAction } from "@/lib/cases/view-told";
import type { ReadingView } from "@/lib/findings/view-reading";

/** What both answers are given with. */
export type ReadingSignDesk = {
  view: ReadingView;
  keys: { concur: string; disagree: string };
  sign: FormAction<ActDone>;
  /** Where the reader has a passkey: what it is to be asked for. */
  prepare?: PreparePasskey;
};
type ReadingSignFormProps = ReadingSignDesk & {
  act: "concur" | "disagree";
  /** In words, as it will be signed; a disagreement is made of its reason. */
  statement: string | null;
  proceeding: { id: string; version: number; dossierHash: string | null };
};

/** One answer of the second reader, signed with a passkey or the password. */
export function ReadingSignForm(props: ReadingSignFormProps) {
  const { act, statement, proceeding, sign, prepare, keys, view } = props;
  const t = useTranslations("findings.reading");
  const acts = useTranslations("acts");
  const locale = useLocale();
  const router = useRouter();
  const { result, submit, pending } = useAct(sign, keys[act], {
    onDone: () => router.push(`/cases/${view.caseId}`),
    prepare,
  });
  const error = useFieldError(result);
  const refused = result && !result.ok && result.kind === "refusal" ? result.refusals[0] : null;
  const failed = result && !result.ok && result.kind !== "refusal" && result.kind !== "input";
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="proceeding" value={proceeding.id} />
      <input type="hidden" name="version" value={proceeding.version} />
      <input type="hidden" name="dossierHash" value={proceeding.dossierHash ?? ""} />
      <input type="hidden" name="locale" value={locale} />
      {statement && (
        <blockquote className="statement border-l-3 border-rule2 pl-4 wrap-break-word whitespace-pre-line">
          {statement}
        </blockquote>
      )}
      {refused && (
        <Notice tone="danger" live>
          <RefusedNote told={refused} />
        </Notice>
      )}
      {failed && <Notice tone="danger" live title={t("signFailed")} />}
      {act === "disagree" && (
        <TextAreaField
          name="reasonText"
          label={t("reason")}
          hint={t("reasonHint")}
          error={error("reasonText")}
        />
      )}
      {prepare ? (
        error("assertion") && <Notice tone="danger" live title={error("assertion")} />
      ) : (
        <TextField
          id={`${act}-password`}
          name="password"
          type="password"
          autoComplete="current-password"
          label={t("password")}
          error={error("password")}
          maxLength={200}
          inputClassName="max-w-72"
        />
      )}
      <div>
        <Button type="submit" kind={act === "concur" ? "primary" : "ghost"} disabled={pending}>
          {prepare ? acts("withPasskey", { act: t(act) }) : t(act)}
        </Button>
      </div>
    </form>
  );
}
