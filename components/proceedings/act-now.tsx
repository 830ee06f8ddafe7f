"use client";

import { useTranslations } from "next-intl";
import { Answer } from "@/components/ui/answer";
import type { ButtonKind } from "@/components/ui/button";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ActDone, FormAction } from "@/lib/cases/view-told";
import type { Stamp } from "./form-parts";
import { RefusedNote } from "./refused-note";
import { useAct } from "./use-act";

type ActNowProps = {
  label: string;
  article: string;
  kind: ButtonKind;
  stamp: Stamp;
  action: FormAction<ActDone>;
};

/** An act that asks for nothing is done with one press: a dialog would only repeat the button. */
export function ActNow({ label, article, kind, stamp, action }: ActNowProps) {
  const { result, submit, pending } = useAct(action, stamp.key ?? "");
  const t = useTranslations("acts");
  return (
    <form onSubmit={submit} title={t("article", { article })}>
      <Answer result={result} labels={{}} refusal={(told) => <RefusedNote told={told} />} />
      {Object.entries(stamp).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton kind={kind} pending={pending}>
        {label}
      </SubmitButton>
    </form>
  );
}
