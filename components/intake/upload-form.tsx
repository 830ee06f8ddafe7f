"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId, useState, type FormEvent } from "react";
import { buttonClass } from "@/components/ui/button";
import { controlClass, FieldFrame, fieldAttributes } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { ActRow } from "@/components/ui/panel";
import { Progress } from "@/components/ui/progress";
import type { Problem } from "@/lib/intake/view";
import { ProblemText } from "./problem-text";
import { sendFile, type Sent } from "./send-file";

/** Sends one file and leads to what it would change. */
export function UploadForm() {
  const [percent, setPercent] = useState<number | null>(null);
  const [answer, setAnswer] = useState<Exclude<Sent, { id: string }> | null>(null);
  const [missing, setMissing] = useState(false);
  const router = useRouter();
  const t = useTranslations("intake");
  const id = useId();

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const file = new FormData(event.currentTarget).get("file");
    const chosen = file instanceof File && file.name !== "";
    setMissing(!chosen);
    setAnswer(null);
    if (!chosen) return;
    setPercent(0);
    const sent = await sendFile(file, setPercent);
    setPercent(null);
    if ("id" in sent) router.push(`/intake/${sent.id}`);
    else setAnswer(sent);
  }

  const field = { id, name: "file", hint: t("upload.hint"), error: missing ? t("upload.choose") : undefined };
  return (
    <form onSubmit={(event) => void send(event)} noValidate>
      {answer && <Failure problem={answer.problem} />}
      <FieldFrame {...field} label={t("upload.file")}>
        <input
          type="file"
          accept=".xml,.ead,.csv,.txt,.tsv,text/xml,text/csv"
          {...fieldAttributes(field)}
          className={controlClass}
        />
      </FieldFrame>
      <ActRow>
        <button type="submit" className={buttonClass()} aria-disabled={percent !== null || undefined}>
          {t("upload.submit")}
        </button>
        <a href="/api/intake/template" download className={buttonClass("quiet")}>
          {t("upload.template")}
        </a>
      </ActRow>
      {percent !== null && <Sending percent={percent} />}
    </form>
  );
}

function Sending({ percent }: { percent: number }) {
  const t = useTranslations("intake");
  const words = percent < 100 ? t("upload.sending", { percent: String(percent) }) : t("upload.reading");
  return (
    <div role="status" className="mt-4 max-w-160">
      <Progress label={t("upload.file")} value={percent} max={100} detail={words} />
    </div>
  );
}

function Failure({ problem }: { problem: Problem | null }) {
  const t = useTranslations("intake");
  if (!problem) return <Notice tone="danger" live title={t("upload.failed")} />;
  return (
    <Notice tone="danger" live title={t("upload.refused")}>
      <ProblemText problem={problem} withPlace />
    </Notice>
  );
}
