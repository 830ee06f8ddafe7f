"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Answer, useFieldError } from "@/components/ui/answer";
import { ConfirmBar } from "@/components/ui/confirm-bar";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { ActDone, FormAction, ListDone } from "@/lib/cases/view-told";
import type { Stamp } from "./form-parts";
import { LegalActFields } from "./legal-act-fields";
import { ListResults } from "./list-results";
import { RefusedNote } from "./refused-note";
import { RegisterFigures } from "./register-figures";
import { RegisterTable, type RegisterItem } from "./register-table";
import { TakeOut } from "./take-out";
import type { PreparePasskey } from "@/components/auth/touch-passkey";
import { useAct } from "./use-act";

type RegisterFormProps = {
  items: RegisterItem[];
  act: string;
  /** Otherwise nothing is signed: no password, and an item is left out without a word. */
  signs: boolean;
  stamp: Stamp;
  /** The legal basis to begin with, where the act asks for one. */
  basis: string | null;
  limit: number;
  action: FormAction<ListDone>;
  /** Where the signer has a passkey: what it is to be asked for. */
  prepare?: PreparePasskey;
  takeOut: FormAction<ActDone>;
};

/** A register: items are taken out with a word, the rest is signed in one act, with one touch or password. */
export function RegisterForm(props: RegisterFormProps) {
  const { items, act, signs, stamp, basis, limit, action } = props;
  const prepare = signs ? props.prepare : undefined;
  const { result, submit, pending } = useAct(action, stamp.key ?? "", { prepare });
  const [out, setOut] = useState<ReadonlyMap<string, string>>(new Map());
  const [asking, setAsking] = useState<RegisterItem | null>(null);
  const t = useTranslations("acts");
  const error = useFieldError(result);
  const chosen = items.filter((item) => !out.has(item.proceeding)).slice(0, limit);
  const leave = (item: RegisterItem, word: string | null): void => {
    const next = new Map(out);
    if (word === null) next.delete(item.proceeding);
    else next.set(item.proceeding, word);
    setOut(next);
  };
  const toggle = (item: RegisterItem): void => {
    if (!signs) leave(item, out.has(item.proceeding) ? null : "");
    else if (!out.has(item.proceeding)) setAsking(item);
  };
  if (result?.ok) return <ListResults results={result.value.results} />;
  return (
    <form onSubmit={submit}>
      <Answer
        result={result}
        labels={{
          password: t("field.password"),
          assertion: t("field.passkey"),
          basis: t("field.basis"),
        }}
        refusal={(told) => <RefusedNote told={told} />}
      />
      {Object.entries(stamp).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {chosen.map((item) => (
        <input key={item.text} type="hidden" name="item" value={item.text} />
      ))}
      <RegisterFigures items={items} chosen={chosen.length} out={out.size} signs={signs} />
      {act === "enter_act" && (
        <div className="mb-7 flex flex-col gap-4">
          <LegalActFields error={error} prefix="register" />
        </div>
      )}
      <RegisterTable items={items} out={out} onToggle={toggle} signs={signs} />
      <ConfirmBar
        statement={t.rich(signs ? "register.answer" : "register.answerPlain", {
          count: chosen.length,
          b: (text) => <b>{text}</b>,
        })}
      >
        <RegisterPassword basis={basis} asks={signs && !prepare} error={error} />
        <SubmitButton id="assertion" pending={pending} disabled={chosen.length === 0} className="self-end">
          {pending
            ? t("progress", { count: chosen.length })
            : t(signs ? "signMany" : "doMany", { count: chosen.length })}
        </SubmitButton>
      </ConfirmBar>
      <TakeOut
        item={asking}
        stamp={stamp}
        action={props.takeOut}
        onClose={() => setAsking(null)}
        onTaken={(item, word) => {
          leave(item, word);
          setAsking(null);
        }}
      />
    </form>
  );
}

type PasswordProps = { basis: string | null; asks: boolean; error: (field: string) => string | undefined };

/** What the whole list is signed with: the basis, where the act asks for one, and one password without a passkey. */
function RegisterPassword({ basis, asks, error }: PasswordProps) {
  const t = useTranslations("acts");
  return (
    <>
      {basis !== null && (
        <TextField
          name="basis"
          label={t("field.basis")}
          defaultValue={basis}
          error={error("basis")}
          inputClassName="min-w-56"
        />
      )}
      {asks && (
        <TextField
          name="password"
          type="password"
          label={t("field.password")}
          autoComplete="current-password"
          error={error("password")}
          inputClassName="max-w-52"
        />
      )}
    </>
  );
}
