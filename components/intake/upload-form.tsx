"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId, useState, type ComponentProps, type FormEvent } from "react";
import { buttonClass } from "@/components/ui/button";
import { FieldFrame, fieldAttributes } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { ActRow } from "@/components/ui/panel";
import { Progress } from "@/components/ui/progress";
import type { Problem } from "@/lib/intake/view";
import { ProblemText } from "./problem-text";
import { ReadingFields } from "./reading-fields";
import { sendFile, type Sent } from "./send-file";

/** Sends one file and leads to what it would change. */
export function UploadForm() {
  const [percent, setPercent] = useState<number | null>(null);
  const [answer, setAnswer] = useState<Exclude<Sent, { id: string }> | null>(null);
  const [missing, setMissing] = useState(false);
  const [chosen, setChosen] = useState("");
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
    if (!given) return;
    setPercent(0);
    const sent = await sendFile(file, readingOf(form), setPercent);
    setPercent(null);
    if ("id" in sent) router.push(`/intake/${sent.id}`);
    else setAnswer(sent);
  }

  const field = { id, name: "file", hint: t("upload.hint"), error: missing ? t("upload.choose") : undefined };
  return (
    <form onSubmit={(event) => void send(event)} noValidate>
      {answer && <Failure problem={answer.problem} />}
      <FieldFrame {...field} label={t("upload.file")}>
        <FilePicker chosen={chosen} onPick={setChosen} {...fieldAttributes(field)} />
      </FieldFrame>
      <details className="mt-4">
        <summary className="min-h-7 cursor-pointer font-semibold text-accent">{t("reading.title")}</summary>
        <p className="mt-2 mb-3 text-small text-soft">{t("reading.hint")}</p>
        <ReadingFields />
      </details>
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

/** What the form says of encoding and separator, as the address carries it. */
function readingOf(form: FormData): Record<string, string> {
  return Object.fromEntries(["encoding", "separator"].map((name) => [name, form.get(name) as string]));
}

type FilePickerProps = ComponentProps<"input"> & {
  name: string;
  chosen: string;
  onPick: (name: string) => void;
};

/** The browser's own control speaks the browser's language; this one speaks the page's. */
function FilePicker({ chosen, onPick, ...field }: FilePickerProps) {
  const t = useTranslations("intake.upload");
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <input
        type="file"
        accept=".xml,.ead,.csv,.txt,.tsv,text/xml,text/csv"
        onChange={(event) => onPick(event.target.files?.[0]?.name ?? "")}
        {...field}
        className="peer sr-only"
      />
      <label
        htmlFor={field.id}
        className={buttonClass(
          "ghost",
          "cursor-pointer peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2",
        )}
      >
        {t("pick")}
      </label>
      <span className="wrap-anywhere text-soft">{chosen || t("nothing")}</span>
    </div>
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
