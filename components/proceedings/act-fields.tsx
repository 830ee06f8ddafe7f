"use client";

import { useTranslations } from "next-intl";
import { RadioGroup, SelectField } from "@/components/ui/choice-field";
import { TextAreaField, TextField } from "@/components/ui/text-field";
import type { FormField } from "@/lib/cases/view-forms";
import { DayField } from "./day-field";
import type { Choices } from "./form-parts";
import { KeptSpans } from "./kept-spans";
import { LegalActFields } from "./legal-act-fields";

type FieldProps = {
  field: FormField;
  choices: Choices;
  error: (field: string) => string | undefined;
  prefix: string;
};

/** One thing that an act asks for. The ids carry a prefix: several forms may stand on one page. */
export function ActField({ field, choices, error, prefix }: FieldProps) {
  const t = useTranslations("acts");
  const id = (name: string): string => `${prefix}-${name}`;
  const select = (name: string, label: string, options: Choices["steps"]) => (
    <SelectField
      name={name}
      id={id(name)}
      label={label}
      choices={options}
      empty={options.length === 1 ? undefined : t("choice.pick")}
      error={error(name)}
      required
    />
  );
  const area = (name: string, label: string, hint?: string) => (
    <TextAreaField
      name={name}
      id={id(name)}
      label={label}
      hint={hint}
      rows={3}
      error={error(name)}
      required
    />
  );
  const radio = (name: string, label: string, values: readonly string[], key = (v: string) => v) => (
    <RadioGroup
      name={name}
      id={id(name)}
      label={label}
      defaultValue={values[0]}
      choices={values.map((value) => ({ value, label: t(`choice.${key(value)}`) }))}
      error={error(name)}
    />
  );
  switch (field) {
    case "toStep":
      return select("toStep", t("field.toStep"), choices.steps);
    case "nextStep":
      return radio("toStep", t("field.nextStep"), ["court", "signing"], (v) =>
        v === "court" ? "toCourt" : "toSigning",
      );
    case "reasonCode":
      return select("reasonCode", t("field.reasonCode"), choices.reasons);
    case "reasonText":
      return area("reasonText", t("field.reasonText"));
    case "word":
      return <TextField name="word" id={id("word")} label={t("field.word")} error={error("word")} required />;
    case "missing":
      return area("missing", t("field.missing"), t("hint.missing"));
    case "text":
      return area("text", t("field.text"));
    case "until":
    case "review":
      return <DayField id={id("until")} name="until" label={t(`field.${field}`)} error={error("until")} />;
    case "basis":
      return (
        <TextField
          name="basis"
          id={id("basis")}
          label={t("field.basis")}
          hint={t("hint.basis")}
          defaultValue={choices.basis ?? undefined}
          error={error("basis")}
          required
        />
      );
    case "conflict":
      return select("conflict", t("field.conflict"), choices.conflicts);
    case "motion":
      return choices.applications.length > 0 ? (
        radio("motion", t("field.motion"), ["own", "application"])
      ) : (
        <input type="hidden" name="motion" value="own" />
      );
    case "applicationId":
      return choices.applications.length > 0
        ? select("applicationId", t("field.applicationId"), choices.applications)
        : null;
    case "conclusion":
      return (
        <>
          {radio("outcome", t("field.outcome"), ["full", "refused"], (v) =>
            v === "full" ? "for" : "against",
          )}
          <TextAreaField
            name="reasonText"
            id={id("reasonText")}
            label={t("field.reasonText")}
            rows={3}
            optional
          />
        </>
      );
    case "agencyId":
      return choices.agencies.length === 1 ? (
        <input type="hidden" name="agencyId" value={choices.agencies[0]?.value} />
      ) : (
        select("agencyId", t("field.agencyId"), choices.agencies)
      );
    case "keeps":
      return <KeptSpans choices={choices} prefix={prefix} error={error} />;
    case "legalAct":
      return <LegalActFields error={error} prefix={prefix} />;
    case "correction":
      return (
        <>
          {select(
            "field",
            t("field.field"),
            ["name", "birth_text", "birth_place", "death_text", "date_text", "organ_text"].map((value) => ({
              value,
              label: t(`choice.${value}`),
            })),
          )}
          <TextField
            name="newText"
            id={id("newText")}
            label={t("field.newText")}
            hint={t("hint.clerical")}
            error={error("newText")}
            required
          />
          <TextField
            name="source"
            id={id("source")}
            label={t("field.source")}
            error={error("source")}
            required
          />
        </>
      );
  }
}
