"use client";

import { useTranslations } from "next-intl";
import { useId, useState, useTransition, type FormEvent } from "react";
import { Answer } from "@/components/ui/answer";
import { ButtonLink } from "@/components/ui/button";
import { FieldFrame, fieldAttributes } from "@/components/ui/field";
import { FilePicker } from "@/components/ui/file-picker";
import { Notice } from "@/components/ui/notice";
import { ActRow } from "@/components/ui/panel";
import { SubmitButton } from "@/components/ui/submit-button";
import type { TransferRefusal } from "@/lib/law/transferring";
import type { Result } from "@/lib/result";
import { refusalKey } from "@/lib/transfers/sentences";
import type { AccessionTable } from "@/lib/transfers/view";
import { AccessionPreview } from "./accession-preview";

type Checked = Result<AccessionTable, TransferRefusal>;
type Announced = Result<{ announced: number }, TransferRefusal>;
type AccessionFormProps = {
  /** Under which the table is announced: sent twice, it is announced once. */
  id: string;
  check: (input: { csv: string }) => Promise<Checked>;
  announce: (input: { key: string; csv: string }) => Promise<Announced>;
};

const LARGEST = 900_000;

/** A table is read and shown; what was shown is announced as a whole. */
export function AccessionForm({ id, check, announce }: AccessionFormProps) {
  const [csv, setCsv] = useState("");
  const [error, setError] = useState<"choose" | "notText" | "tooLarge" | null>(null);
  const [checked, setChecked] = useState<Checked | null>(null);
  const [announced, setAnnounced] = useState<Announced | null>(null);
  const [pending, start] = useTransition();
  const t = useTranslations("transfers");

  function read(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const file = new FormData(event.currentTarget).get("file");
    start(async () => {
      const text = await textOf(file);
      const failed = typeof text !== "string";
      setError(failed ? text.failed : null);
      setChecked(null);
      setAnnounced(null);
      if (failed) return;
      setCsv(text);
      setChecked(await check({ csv: text }));
    });
  }
  const send = () => start(async () => setAnnounced(await announce({ key: id, csv })));
  const refusal = ({ condition }: TransferRefusal) => t(refusalKey(condition));

  if (announced?.ok) {
    return (
      <Notice tone="good" live title={t("table.announced", { count: announced.value.announced })}>
        <ButtonLink kind="ghost" href="/transfers" className="mt-2">
          {t("table.see")}
        </ButtonLink>
      </Notice>
    );
  }
  return (
    <>
      <form onSubmit={read} noValidate>
        <TableField error={error && t(`table.${error}`)} />
        <ActRow>
          <SubmitButton pending={pending}>{t("table.check")}</SubmitButton>
        </ActRow>
      </form>
      <div className="mt-5">
        <Answer result={checked?.ok ? null : checked} labels={{}} refusal={refusal} />
        <Answer
          result={announced}
          labels={{ csv: t("table.file"), ownNumber: t("field.ownNumber") }}
          refusal={refusal}
        />
        {checked?.ok && <AccessionPreview table={checked.value} pending={pending} send={send} />}
      </div>
    </>
  );
}

async function textOf(
  file: FormDataEntryValue | null,
): Promise<string | { failed: "choose" | "notText" | "tooLarge" }> {
  if (!(file instanceof File) || file.name === "") return { failed: "choose" };
  if (file.size > LARGEST) return { failed: "tooLarge" };
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    return { failed: "notText" };
  }
}

function TableField({ error }: { error: string | null }) {
  const t = useTranslations("transfers.table");
  const id = useId();
  const field = { id, name: "file", error: error ?? undefined };
  return (
    <FieldFrame {...field} label={t("file")}>
      <FilePicker accept=".csv,text/csv" {...fieldAttributes(field)} />
    </FieldFrame>
  );
}
