"use client";

import { useLocale, useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useActionState, useEffect } from "react";
import { Answer, useFieldError } from "@/components/ui/answer";
import { SelectField } from "@/components/ui/choice-field";
import { KeptForm } from "@/components/ui/kept-form";
import { Panel } from "@/components/ui/panel";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { CommonAnswer } from "@/lib/findings/view-answers";
import type { Own } from "@/lib/findings/view-own";
import { printCitation } from "@/lib/findings/view-cite";
import type { Result } from "@/lib/result";

type Create = (
  was: Result<CommonAnswer, never> | null,
  form: FormData,
) => Promise<Result<CommonAnswer, never>>;

/** Begins the part that several of one's cases share: an order, a list, an indictment. */
export function NewCommon({ files, create }: Pick<Own, "files"> & { create: Create }) {
  const [result, send] = useActionState(create, null);
  const t = useTranslations("findings.newCommon");
  const locale = useLocale();
  const router = useRouter();
  const error = useFieldError(result);
  const value = result?.ok ? result.value : null;
  const made = value?.kind === "done" ? value.findingId : null;
  useEffect(() => {
    if (made) router.push(`/findings/common/${made}`);
  }, [made, router]);
  if (files.length === 0) return null;
  return (
    <Panel title={t("title")}>
      <p className="mb-4 max-w-160 text-soft">{t("lead")}</p>
      <KeptForm action={send} className="flex flex-col gap-4">
        <Answer result={result?.ok ? null : result} labels={{ title: t("name"), fileId: t("file") }} />
        {value && value.kind !== "done" && (
          <p role="alert" className="font-semibold text-danger">
            {t("failed")}
          </p>
        )}
        <SelectField
          name="fileId"
          label={t("file")}
          error={error("fileId")}
          choices={files.map((file) => ({
            value: file.id,
            label: t("option", {
              reference: printCitation({ ...file, foliation: null }, null, locale),
              count: file.cases,
            }),
          }))}
        />
        <TextField
          name="title"
          label={t("name")}
          hint={t("nameHint")}
          error={error("title")}
          maxLength={300}
        />
        <div>
          <SubmitButton kind="ghost">{t("create")}</SubmitButton>
        </div>
      </KeptForm>
    </Panel>
  );
}
