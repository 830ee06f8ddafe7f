"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Answer } from "@/components/ui/answer";
import { CheckboxField } from "@/components/ui/choice-field";
import { ActRow } from "@/components/ui/panel";
import { SubmitButton } from "@/components/ui/submit-button";
import { Tag } from "@/components/ui/tag";
import type { IntakeRefusal, Settled } from "@/lib/intake/view-standing";
import { thingOf, type Leave, type Sample } from "@/lib/intake/view";
import type { Result } from "@/lib/result";
import { CHOICE, LeaveThing } from "./leave-thing";

type Answered = Result<Settled, IntakeRefusal>;
export type ChooseAct = (previous: Answered | null, form: FormData) => Promise<Answered>;
type ChoiceFormProps = {
  id: string;
  /** Of what is shown. */
  digest: string;
  leave: Leave;
  /** How many there are of what may be left out at once. */
  choices: { added: number; changed: number };
  /** What is left out one by one. */
  singles: Sample[];
  act: ChooseAct;
};

/** What is left out: all that is new, all changes, single things, whose boxes stand in the lists as well. */
export function ChoiceForm({ id, digest, leave, choices, singles, act }: ChoiceFormProps) {
  const [result, send] = useActionState(act, null);
  const t = useTranslations("intake");
  return (
    <form id={CHOICE} action={send} className="no-print mt-3 flex flex-col gap-2">
      <Answer
        result={result}
        labels={{ things: t("choice.singles") }}
        refusal={({ condition }) => t(`accept.${condition}`)}
      />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="digest" value={digest} />
      {(["added", "changed"] as const).map(
        (way) =>
          choices[way] > 0 && (
            <CheckboxField
              key={way}
              name={way}
              id={`choice-${way}`}
              label={t(`choice.${way}`, { count: choices[way] })}
              defaultChecked={leave[way] === true}
            />
          ),
      )}
      {singles.length > 0 && (
        <fieldset className="mt-1">
          <legend className="mb-1 font-semibold">{t("choice.singles")}</legend>
          <ul className="flex flex-col gap-1">
            {singles.map(({ noun, name, key = "" }) => (
              <li key={thingOf(noun, key)} className="flex flex-wrap items-baseline gap-2">
                <LeaveThing thing={thingOf(noun, key)} name={name} ticked />
                <span className="name wrap-anywhere">{name}</span>
                <Tag>{t(`noun.${noun}`)}</Tag>
              </li>
            ))}
          </ul>
        </fieldset>
      )}
      <ActRow>
        <SubmitButton kind="ghost">{t("choice.submit")}</SubmitButton>
      </ActRow>
    </form>
  );
}
