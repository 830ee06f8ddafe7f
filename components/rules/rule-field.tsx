"use client";

import { useTranslations } from "next-intl";
import { RadioGroup } from "@/components/ui/choice-field";
import { FieldWords } from "@/components/ui/field";
import { TextField } from "@/components/ui/text-field";
import { ruleFields, type RuleKey, type RuleLine } from "@/lib/law/rule-set";

type RuleFieldProps = {
  ruleKey: RuleKey;
  /** The lines of this rule: one, or one a step. */
  lines: readonly RuleLine[];
  error: (field: string) => string | undefined;
};

/** The control that fits the rule, with the value in force in it. */
export function RuleField({ ruleKey, lines, error }: RuleFieldProps) {
  const t = useTranslations("rules");
  const field = ruleFields[ruleKey];
  const name = `rules.${ruleKey}`;
  const common = { name, label: t(`rule.${ruleKey}`), hint: t(`hint.${ruleKey}`), error: error(name) };
  const value = lines[0]?.value ?? null;
  switch (field.is) {
    case "count":
      return (
        <TextField
          {...common}
          hint={`${common.hint} ${t("bounds", { least: field.least, most: field.most })}`}
          inputMode="numeric"
          autoComplete="off"
          inputClassName="max-w-28"
          defaultValue={String(value ?? "")}
          required
        />
      );
    case "switch":
      return (
        <RadioGroup
          {...common}
          inline
          defaultValue={value === true ? "yes" : "no"}
          choices={[
            { value: "yes", label: t("switch.on") },
            { value: "no", label: t("switch.off") },
          ]}
        />
      );
    case "claims":
      return <Claims {...common} of={field.of} chosen={Array.isArray(value) ? (value as string[]) : []} />;
    case "days":
      return (
        <Days
          {...common}
          hint={`${common.hint} ${t("bounds", { least: field.least, most: field.most })}`}
          lines={lines}
          error={error}
        />
      );
  }
}

type Common = { name: string; label: string; hint: string };

function Claims({
  name,
  label,
  hint,
  error,
  of,
  chosen,
}: Common & { error?: string; of: readonly string[]; chosen: readonly string[] }) {
  const law = useTranslations("law.claimKind");
  return (
    <fieldset className={error ? "max-w-160 border-l-4 border-danger pl-3" : "max-w-160"}>
      <legend className="mb-1 font-semibold">{label}</legend>
      <FieldWords {...{ name, hint, error }} />
      <div className="grid gap-x-6 gap-y-1.5 sm:grid-cols-2">
        {of.map((kind, index) => (
          <label key={kind} className="flex min-h-7 items-start gap-2.5">
            <input
              type="checkbox"
              id={index === 0 ? name : `${name}-${kind}`}
              name={`${name}[]`}
              value={kind}
              defaultChecked={chosen.includes(kind)}
              className="mt-0.5 size-5 shrink-0 accent-accent"
            />
            <span className="first-letter:uppercase">{law(kind)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Days({ label, hint, lines, error }: Common & Pick<RuleFieldProps, "lines" | "error">) {
  const law = useTranslations("law.step");
  return (
    <fieldset className="max-w-160">
      <legend className="mb-1 font-semibold">{label}</legend>
      <p className="mb-2 text-small text-soft">{hint}</p>
      <div className="grid items-end gap-x-6 gap-y-3 sm:grid-cols-2">
        {lines.map(({ name, step, value }) => (
          <TextField
            key={name}
            name={`rules.${name}`}
            label={<span className="block font-normal first-letter:uppercase">{step && law(step)}</span>}
            inputMode="numeric"
            autoComplete="off"
            inputClassName="max-w-28"
            defaultValue={String(value ?? "")}
            error={error(`rules.${name}`)}
          />
        ))}
      </div>
    </fieldset>
  );
}
