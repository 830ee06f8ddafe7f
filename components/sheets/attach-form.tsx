"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState, useTransition, type FormEvent } from "react";
import { EditRefusalText } from "@/components/units/edit-refusal";
import { Button } from "@/components/ui/button";
import { fieldAttributes, FieldFrame } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Spinner } from "@/components/ui/spinner";
import { TextField } from "@/components/ui/text-field";
import type { Result } from "@/lib/result";
import type { SheetRefusal } from "@/lib/sheets/view";
import type { Edited, EditRefusal, Voids } from "@/lib/units/view";

type Attached = Result<Edited, SheetRefusal> | { ok: false; kind: "failed" };

async function send(form: FormData): Promise<Attached> {
  const response = await fetch("/api/upload/sheet", { method: "POST", body: form }).catch(() => null);
  if (response?.status === 413) return { ok: false, kind: "refusal", refusals: [{ condition: "tooBig" }] };
  if (!response?.ok) return { ok: false, kind: "failed" };
  return (await response.json()) as Attached;
}

/** One image for one side of a sheet; where that voids signatures, it asks again with their number. */
export function AttachForm({ fileId }: { fileId: string }) {
  const t = useTranslations("files.images");
  const [answer, setAnswer] = useState<Attached | null>(null);
  const [sending, start] = useTransition();
  const form = useRef<HTMLFormElement>(null);
  const router = useRouter();
  const refusal = answer && !answer.ok && answer.kind === "refusal" ? answer.refusals[0] : undefined;
  const voids: Voids | undefined = refusal && "voids" in refusal ? refusal.voids : undefined;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    start(async () => {
      const answered = await send(data);
      setAnswer(answered);
      if (!answered.ok) return;
      form.current?.reset();
      form.current?.querySelector<HTMLInputElement>("[name=sheet]")?.focus();
      router.refresh();
    });
  };
  return (
    <form ref={form} onSubmit={submit} className="flex flex-col gap-4">
      {answer?.ok && <Notice tone="good" live title={t("done")} />}
      {answer && !answer.ok && <Failed refusal={refusal} />}
      <input type="hidden" name="fileId" value={fileId} />
      <input type="hidden" name="told" value={voids?.count ?? 0} />
      <TextField
        name="sheet"
        label={t("sheet")}
        hint={t("sheetHint")}
        inputClassName="max-w-40"
        autoComplete="off"
        required
      />
      <FieldFrame name="image" label={t("file")} hint={t("fileHint")}>
        <input
          type="file"
          accept="image/jpeg,image/png"
          required
          {...fieldAttributes({ name: "image", hint: "" })}
          className="block min-h-9 w-full max-w-120 text-small"
        />
      </FieldFrame>
      <div>
        <Button type="submit" disabled={sending}>
          {sending && <Spinner />}
          {t(voids ? "submitVoiding" : "submit")}
        </Button>
      </div>
    </form>
  );
}

const problems = ["notImage", "tooBig", "tooManyPixels", "damaged"] as const;

function Failed({ refusal }: { refusal: SheetRefusal | undefined }) {
  const t = useTranslations("files.images");
  const problem = problems.find((one) => one === refusal?.condition);
  const tone = refusal && "voids" in refusal ? "warn" : "danger";
  return (
    <Notice tone={tone} live title={t("failed")}>
      {problem ? (
        t(`problem.${problem}`)
      ) : refusal ? (
        <EditRefusalText refusal={refusal as EditRefusal} />
      ) : (
        t("problem.sending")
      )}
    </Notice>
  );
}
