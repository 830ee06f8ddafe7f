"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId, useState, type FormEvent } from "react";
import { Answer } from "@/components/ui/answer";
import { buttonClass } from "@/components/ui/button";
import { FieldFrame, fieldAttributes } from "@/components/ui/field";
import { FilePicker } from "@/components/ui/file-picker";
import { Notice } from "@/components/ui/notice";
import { ActRow } from "@/components/ui/panel";
import { SubmitButton } from "@/components/ui/submit-button";
import type { IntakeRefusal, Settled } from "@/lib/intake/view-standing";
import type { Result } from "@/lib/result";
import { ReadingFields } from "./reading-fields";
import { sendFile, type Gone } from "./send-file";
import { Sending } from "./sending";

type Answered = Result<Settled, IntakeRefusal>;
type Sent = Gone & { of: number };

const TAKEN = ".xml,.ead,.csv,.txt,.tsv,.xlsx,.zip,.tar,.gz,.tgz,text/xml,text/csv";

/** Sends one file, has it read, and leads to what it would change. */
export function UploadForm({ begin }: { begin: (form: FormData) => Promise<Answered> }) {
  const [sent, setSent] = useState<Sent | null>(null);
  const [answer, setAnswer] = useState<Answered | "lost" | null>(null);
  const [missing, setMissing] = useState(false);
  const router = useRouter();
  const t = useTranslations("intake");
  const id = useId();

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const file = form.get("file");
    const given = file instanceof File && file.name !== "";
    setMissing(!given);
    setAnswer(null);
    if (!given || sent) return;
    setSent({ bytes: 0, rate: null, of: file.size });
    const result = await deliver(file, form).catch(() => "lost" as const);
    if (result !== "lost" && result.ok) return router.push(`/intake/${result.value.id}`);
    setSent(null);
    setAnswer(result);
  }

  async function deliver(file: File, form: FormData): Promise<Answered> {
    const arrived = await sendFile(file, (gone) => setSent((held) => held && { ...held, ...gone }));
    form.delete("file");
    for (const [name, value] of Object.entries({ ...arrived, name: file.name })) form.set(name, value);
    return begin(form);
  }

  const field = { id, name: "file", hint: t("upload.hint"), error: missing ? t("upload.choose") : undefined };
  return (
    <form onSubmit={(event) => void send(event)} noValidate>
      {answer === "lost" ? (
        <Notice tone="danger" live title={t("upload.failed")} />
      ) : (
        <Answer result={answer} labels={{}} refusal={({ condition }) => t(`accept.${condition}`)} />
      )}
      <FieldFrame {...field} label={t("upload.file")}>
        <FilePicker accept={TAKEN} {...fieldAttributes(field)} />
      </FieldFrame>
      <details className="mt-4">
        <summary className="min-h-7 cursor-pointer font-semibold text-accent">{t("reading.title")}</summary>
        <p className="mt-2 mb-3 text-small text-soft">{t("reading.hint")}</p>
        <ReadingFields />
      </details>
      <ActRow>
        <SubmitButton pending={sent !== null}>{t("upload.submit")}</SubmitButton>
        <a href="/api/intake/template" download className={buttonClass("quiet")}>
          {t("upload.template")}
        </a>
      </ActRow>
      {sent && <Sending {...sent} />}
    </form>
  );
}
