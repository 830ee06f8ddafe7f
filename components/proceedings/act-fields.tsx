"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { RadioGroup, SelectField } from "@/components/ui/choice-field";
import { TextAreaField, TextField } from "@/components/ui/text-field";
import { clericalFields } from "@/lib/cases/view-clerical";
import type { FormField } from "@/lib/cases/view-forms";
import { DayField } from "./day-field";
import type { Choices, Option } from "./form-parts";
import { KeptSpans } from "./kept-spans";
import { LegalActFields } from "./legal-act-fields";

type FieldProps = {
  field: FormField;
  choices: Choices;
  error: (field: string) => string | undefined;
  prefix: string;
};

/** One thing that an act asks for. The ids carry a prefix: several forms may stand on one page. */
export function ActField({ field, ...props }: FieldProps) {
  const controls = useControls(props);
  return controls[field]();
}

type Kit = Omit<FieldProps, "field">;

function useControls(kit: Kit): Record<FormField, () => ReactNode> {
  const { choices, prefix, error } = kit;
  const t = useTranslations("acts");
  const { select, area, radio, line, day } = useBasics(kit);
  const offered = choices.applications.length > 0;
  return {
    toStep: () => select("toStep", choices.steps),
    nextStep: () => radio("toStep", "nextStep", { court: "toCourt", signing: "toSigning" }),
    reasonCode: () => select("reasonCode", choices.reasons),
    reasonText: () => area("reasonText"),
    word: () => line("word"),
    missing: () => area("missing", t("hint.missing")),
    text: () => area("text"),
    until: () => day("until"),
    review: () => day("review"),
    basis: () => line("basis", t("hint.basis"), choices.basis),
    conflict: () => select("conflict", choices.conflicts),
    motion: () =>
      offered ? (
        radio("motion", "motion", { own: "own", application: "application" })
      ) : (
        <Hidden name="motion" value="own" />
      ),
    applicationId: () => (offered ? select("applicationId", choices.applications) : null),
    conclusion: () => (
      <>
        {radio("outcome", "outcome", { full: "for", refused: "against" })}
        <TextAreaField
          name="reasonText"
          id={`${prefix}-reasonText`}
          label={t("field.reasonText")}
          rows={3}
          optional
        />
      </>
    ),
    agencyId: () =>
      choices.agencies.length === 1 ? (
        <Hidden name="agencyId" value={choices.agencies[0]?.value ?? ""} />
      ) : (
        select("agencyId", choices.agencies)
      ),
    keeps: () => <KeptSpans choices={choices} prefix={prefix} error={error} />,
    legalAct: () => <LegalActFields error={error} prefix={prefix} />,
    correction: () => (
      <>
        {select(
          "field",
          clericalFields.map((value) => ({ value, label: t(`choice.${value}`) })),
        )}
        {line("newText", t("hint.clerical"))}
        {line("source")}
      </>
    ),
  };
}

/** The few kinds of controls that the fields are made of. */
function useBasics({ error, prefix }: Kit) {
  const t = useTranslations("acts");
  const common = (name: string) => ({ name, id: `${prefix}-${name}`, error: error(name) });
  return {
    select: (name: string, options: Option[]) => (
      <SelectField
        {...common(name)}
        label={t(`field.${name}`)}
        choices={options}
        empty={options.length === 1 ? undefined : t("choice.pick")}
        required
      />
    ),
    area: (name: string, hint?: string) => (
      <TextAreaField {...common(name)} label={t(`field.${name}`)} hint={hint} rows={3} required />
    ),
    line: (name: string, hint?: string, value?: string | null) => (
      <TextField
        {...common(name)}
        label={t(`field.${name}`)}
        hint={hint}
        defaultValue={value ?? undefined}
        required
      />
    ),
    day: (label: "until" | "review") => <DayField {...common("until")} label={t(`field.${label}`)} />,
    radio: (name: string, label: string, values: Record<string, string>) => (
      <RadioGroup
        {...common(name)}
        label={t(`field.${label}`)}
        defaultValue={Object.keys(values)[0]}
        choices={Object.entries(values).map(([value, key]) => ({ value, label: t(`choice.${key}`) }))}
      />
    ),
  };
}

const Hidden = ({ name, value }: { name: string; value: string }) => (
  <input type="hidden" name={name} value={value} />
);
