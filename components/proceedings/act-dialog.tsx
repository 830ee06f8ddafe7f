"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Answer, useFieldError } from "@/components/ui/answer";
import { Button, type ButtonKind } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ActDone, FormAction } from "@/lib/cases/view-told";
import { ActField } from "./act-fields";
import type { FormSpec } from "./form-parts";
import { RefusedNote } from "./refused-note";
import { useAct } from "./use-act";

type ActDialogProps = {
  act: string;
  label: string;
  question: string;
  article: string;
  kind?: ButtonKind;
  spec: FormSpec;
  action: FormAction<ActDone>;
};

/** A button, and behind it the form of one act that is no signature. It closes when the act is done. */
export function ActDialog({ act, label, question, article, kind = "ghost", spec, action }: ActDialogProps) {
  const [open, setOpen] = useState(false);
  const t = useTranslations("acts");
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={question}
      description={t("article", { article })}
      trigger={<Button kind={kind}>{label}</Button>}
    >
      <ActForm act={act} label={label} spec={spec} action={action} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

type ActFormProps = Pick<ActDialogProps, "act" | "label" | "spec" | "action"> & { onDone?: () => void };

export function ActForm({ act, label, spec, action, onDone }: ActFormProps) {
  const { result, submit, pending } = useAct(action, spec.stamp.key ?? "");
  const t = useTranslations("acts");
  const error = useFieldError(result);
  const done = result?.ok === true;
  useEffect(() => {
    if (done) onDone?.();
  }, [done, onDone]);
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <Answer result={result} labels={{}} refusal={(told) => <RefusedNote told={told} />} done={t("done")} />
      {Object.entries(spec.stamp).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {spec.fields.map((field) => (
        <ActField key={field} field={field} choices={spec.choices} error={error} prefix={act} />
      ))}
      <div>
        <SubmitButton pending={pending}>{label}</SubmitButton>
      </div>
    </form>
  );
}
