"use client";

import { useActionState } from "react";
import { SubmitButton } from "@/components/ui/submit-button";
import { Button, type ButtonKind } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { AccountAnswer } from "./account-answer";
import type { FormAct } from "./types";

type ActFormProps = {
  action: FormAct;
  /** What it is about; the person has nothing to type. */
  fields: Record<string, string>;
  label: string;
  kind?: ButtonKind;
  done?: string;
  /** Asked first, where the act cannot be taken back. */
  question?: { title: string; text: string };
};

/** One act behind one button, with its answer beside it. */
export function ActForm({ question, ...act }: ActFormProps) {
  if (!question) return <BareForm {...act} />;
  return (
    <Dialog
      title={question.title}
      description={question.text}
      trigger={<Button kind={act.kind}>{act.label}</Button>}
    >
      <BareForm {...act} />
    </Dialog>
  );
}

function BareForm({ action, fields, label, kind = "ghost", done }: Omit<ActFormProps, "question">) {
  const [result, send] = useActionState(action, null);
  return (
    <form action={send} className="min-w-0">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <AccountAnswer result={result} done={done} />
      <SubmitButton kind={kind}>{label}</SubmitButton>
    </form>
  );
}
