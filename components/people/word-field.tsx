"use client";

import { useTranslations } from "next-intl";
import { useState, type ReactNode } from "react";
import { clsx } from "clsx";
import { controlClass, FieldFrame, fieldAttributes } from "@/components/ui/field";

export type Option = { value: string; label: string };

type WordFieldProps = {
  name: string;
  label: ReactNode;
  choices: Option[];
  id?: string;
  hint?: ReactNode;
  error?: ReactNode;
  optional?: boolean;
  className?: string;
  value?: string;
  defaultValue?: string | null;
  onChange?: (value: string) => void;
};

const free = "…";

/** A word of a vocabulary, or one's own where it has none that fits. */
export function WordField({ choices, value, defaultValue, onChange, ...field }: WordFieldProps) {
  const t = useTranslations("register");
  const [own, setOwn] = useState(defaultValue ?? "");
  const held = value ?? own;
  const known = held === "" || choices.some((choice) => choice.value === held);
  const [written, setWritten] = useState(!known);
  const change = (next: string) => {
    setOwn(next);
    onChange?.(next);
  };
  const attributes = fieldAttributes(field);
  return (
    <FieldFrame {...field}>
      <select
        id={attributes.id}
        aria-describedby={attributes["aria-describedby"]}
        aria-invalid={attributes["aria-invalid"]}
        className={clsx(controlClass, "pr-8")}
        value={written ? free : held}
        onChange={(event) => {
          setWritten(event.target.value === free);
          change(event.target.value === free ? "" : event.target.value);
        }}
      >
        <option value="">{t("choose")}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
        <option value={free}>{t("ownWord")}</option>
      </select>
      {written && (
        <input
          type="text"
          aria-label={t("ownWordFor")}
          className={clsx(controlClass, "mt-1.5")}
          value={held}
          onChange={(event) => change(event.target.value)}
          autoFocus
        />
      )}
      <input type="hidden" name={field.name} value={held} />
    </FieldFrame>
  );
}
