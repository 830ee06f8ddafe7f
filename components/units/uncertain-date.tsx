"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState, type ReactNode } from "react";
import { DateField } from "@/components/ui/text-field";
import { printDate } from "@/lib/archive/date-print";
import { readDate } from "@/lib/archive/dates";

type Props = {
  name: string;
  label: ReactNode;
  defaultValue?: string | null;
  hint?: ReactNode;
  error?: ReactNode;
  id?: string;
  onText?: (text: string) => void;
};

/** A date as the source has it, and under it what was understood; the text is kept whatever that is. */
export function UncertainDateField({ defaultValue, hint, onText, ...field }: Props) {
  const t = useTranslations("files.date");
  const locale = useLocale();
  const [text, setText] = useState(defaultValue ?? "");
  const read = readDate(text);
  const said =
    text.trim() === ""
      ? null
      : read.edtf
        ? t("understood", { date: printDate(read, locale), from: read.from ?? "…", to: read.to ?? "…" })
        : t(`problem.${read.problem?.kind ?? "unreadable"}`);
  const warning = read.edtf && read.problem ? t(`problem.${read.problem.kind}`) : null;
  return (
    <div>
      <DateField
        {...field}
        hint={hint}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          onText?.(event.target.value);
        }}
      />
      <p role="status" className="mt-1 text-small text-soft">
        {said}
        {warning && <span className="block text-warn">{warning}</span>}
      </p>
    </div>
  );
}
