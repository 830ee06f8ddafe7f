"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useActionState, useState } from "react";
import { useFieldError } from "@/components/ui/answer";
import { KeptForm } from "@/components/ui/kept-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField, TextField } from "@/components/ui/text-field";
import { compareRules, linesOf, ruleKeys, type Rules } from "@/lib/law/rule-set";
import { rulesIn } from "@/lib/rules/view";
import { Comparison } from "./comparison";
import { RuleAnswer, type RuleAction, type RuleAnswered } from "./rule-answer";
import { RuleField } from "./rule-field";

type ProposeFormProps = { action: RuleAction; version: number; rules: Rules; today: string };

/** The whole rule set as it is, to be changed; beside the button stands what that would change. */
export function ProposeForm({ action, version, rules, today }: ProposeFormProps) {
  const router = useRouter();
  // Once it waits there is no form any more: its own page says so, to whoever proposed it too.
  const [result, send] = useActionState(async (previous: RuleAnswered | null, form: FormData) => {
    const answer = await action(previous, form);
    if (answer.ok) router.push(`/rules/${answer.value.version}`);
    return answer;
  }, null);
  const [after, setAfter] = useState<Partial<Rules>>(rules);
  const error = useFieldError(result);
  const t = useTranslations("rules");
  const labels = useLabels(rules);
  const changed = compareRules(rules, after).filter((line) => line.changed);
  return (
    <KeptForm
      action={send}
      onChange={(event) => setAfter(rulesIn(new FormData(event.currentTarget)))}
      className="flex flex-col gap-6"
    >
      <RuleAnswer result={result} labels={labels} done={t("new.done")} />
      {ruleKeys.map((key) => (
        <RuleField
          key={key}
          ruleKey={key}
          lines={linesOf(rules).filter((line) => line.key === key)}
          error={error}
        />
      ))}
      <h2 className="heading mt-3 -mb-2">{t("new.why")}</h2>
      {(["label", "act"] as const).map((name) => (
        <TextField
          key={name}
          name={name}
          label={labels[name]}
          hint={name === "act" ? t("field.actHint") : undefined}
          error={error(name)}
          required
        />
      ))}
      <TextAreaField
        name="reason"
        label={labels.reason}
        hint={t("field.reasonHint")}
        error={error("reason")}
        required
      />
      <TextField
        name="day"
        type="date"
        label={labels.day}
        hint={t("field.dayHint")}
        defaultValue={today}
        min={today}
        inputClassName="max-w-48"
        error={error("day")}
        required
      />
      <section className="border-t border-rule2 pt-4">
        <h2 className="heading mb-1">{t("new.difference")}</h2>
        <p role="status" className="mb-2 text-soft">
          {changed.length > 0 ? t("compare.count", { count: changed.length }) : t("new.nothing")}
        </p>
        {changed.length > 0 && (
          <Comparison
            caption={t("new.difference")}
            lines={changed}
            before={t("versionName", { version })}
            after={t("versionName", { version: version + 1 })}
          />
        )}
      </section>
      <div>
        <SubmitButton>{t("new.submit")}</SubmitButton>
      </div>
    </KeptForm>
  );
}

/** What each field is called where something is wrong with it; a claim goes under the name of the list. */
function useLabels(rules: Rules): Record<string, string> {
  const t = useTranslations("rules");
  const step = useTranslations("law.step");
  const own = linesOf(rules).map((line) => {
    const days = line.step && `${t("rule.days")}, ${step(line.step)}`;
    return [`rules.${line.name}`, days ?? t(`rule.${line.key}`)] as const;
  });
  const fields = ["label", "act", "reason", "day"] as const;
  return Object.fromEntries([...own, ...fields.map((name) => [name, t(`field.${name}`)] as const)]);
}
