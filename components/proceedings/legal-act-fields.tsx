"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { z } from "zod";
import { RadioGroup, SelectField } from "@/components/ui/choice-field";
import { controlClass, FieldFrame, fieldAttributes } from "@/components/ui/field";
import { TextField } from "@/components/ui/text-field";
import { DayField } from "./day-field";

type LegalActProps = { error: (field: string) => string | undefined; prefix: string };

/** Issuer, number, date and scan of a prosecutor's or court's act. */
export function LegalActFields({ error, prefix }: LegalActProps) {
  const t = useTranslations("acts");
  const id = (name: string): string => `${prefix}-${name}`;
  const line = (name: "issuer" | "number") => (
    <TextField name={name} id={id(name)} label={t(`field.${name}`)} error={error(name)} required />
  );
  return (
    <>
      <SelectField
        name="actKind"
        id={id("actKind")}
        label={t("field.actKind")}
        choices={["prosecutor", "court"].map((value) => ({ value, label: t(`choice.${value}`) }))}
      />
      {line("issuer")}
      {line("number")}
      <DayField name="date" id={id("date")} label={t("field.date")} error={error("date")} />
      <RadioGroup
        name="favourable"
        id={id("favourable")}
        label={t("field.favourable")}
        defaultValue="yes"
        choices={[
          { value: "yes", label: t("choice.favourable") },
          { value: "no", label: t("choice.unfavourable") },
        ]}
      />
      <ScanField id={id("scan")} error={error("scanSha256")} />
    </>
  );
}

const kept = z.object({ sha256: z.string() });

/** The scan goes up by itself as soon as it is chosen; the form carries its hash. */
function ScanField({ id, error }: { id: string; error?: string }) {
  const t = useTranslations("acts");
  const [scan, setScan] = useState<{ sha256: string; name: string } | null>(null);
  const [state, setState] = useState<"idle" | "uploading" | "uploadFailed">("idle");
  const upload = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    setState("uploading");
    const response = await fetch("/api/upload/scan", { method: "POST", body: file }).catch(() => null);
    const answer = response?.ok ? kept.safeParse(await response.json()) : null;
    setScan(answer?.success ? { sha256: answer.data.sha256, name: file.name } : null);
    setState(answer?.success ? "idle" : "uploadFailed");
  };
  const frame = { name: "scan", id, label: t("field.scanSha256"), hint: t("hint.scan"), error };
  return (
    <FieldFrame {...frame}>
      <input
        type="file"
        accept="image/jpeg,image/png,application/pdf"
        {...fieldAttributes(frame)}
        name={undefined}
        className={controlClass}
        onChange={(event) => void upload(event.target.files?.[0])}
      />
      <input type="hidden" name="scanSha256" value={scan?.sha256 ?? ""} />
      <p role="status" className="mt-1 min-h-5 text-small text-soft">
        {state !== "idle" ? t(state) : scan ? t("uploaded", { name: scan.name }) : ""}
      </p>
    </FieldFrame>
  );
}
