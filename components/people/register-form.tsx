"use client";

import { Link } from "@/components/ui/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useActionState, useEffect, useRef, useState } from "react";
import { useHotkeys } from "react-hotkeys-hook";
import { EditRefusalText } from "@/components/units/edit-refusal";
import { Answer, useFieldError } from "@/components/ui/answer";
import { SelectField } from "@/components/ui/choice-field";
import { ConfirmBar } from "@/components/ui/confirm-bar";
import { KeptForm } from "@/components/ui/kept-form";
import { Kbd } from "@/components/ui/kbd";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { SubmitButton } from "@/components/ui/submit-button";
import type { LikePerson, Registered } from "@/lib/people/view";
import type { Result } from "@/lib/result";
import type { EditRefusal } from "@/lib/units/view";
import { EpisodeFields, type EpisodeWords } from "./episode-fields";
import { IdentityFields } from "./identity-fields";
import { LikeList } from "./like-list";
import type { Option } from "./word-field";

type Answered = Result<Registered, EditRefusal>;
type RegisterFormProps = {
  fileId: string;
  words: EpisodeWords & { nationalities: Option[]; groups: Option[]; regionals: Option[] };
  /** Whom the file accuses already, so that nobody is entered twice without being seen. */
  action: (previous: Answered | null, form: FormData) => Promise<Answered>;
};

/** One accused after another: the next begins with everything that they have in common. */
export function RegisterForm({ fileId, words, action }: RegisterFormProps) {
  const t = useTranslations("register");
  const files = useTranslations("files.field");
  const [result, send] = useActionState(action, null);
  const [done, setDone] = useState<{ caseId: string; name: string }[]>([]);
  const form = useRef<HTMLFormElement>(null);
  const next = useRef(false);
  const name = useRef("");
  const router = useRouter();
  const error = useFieldError(result);
  useEffect(() => {
    if (!result?.ok) return;
    if (!next.current) router.push(`/files/${fileId}?tab=cases&saved=register`);
    else setDone((all) => [...all, { caseId: result.value.caseId, name: name.current }]);
  }, [result, fileId, router]);
  useEffect(() => {
    if (done.length > 0) form.current?.querySelector<HTMLInputElement>("[name=name]")?.focus();
  }, [done.length]);
  const submit = (again: boolean) => {
    next.current = again;
    name.current = form.current?.querySelector<HTMLInputElement>("[name=name]")?.value ?? "";
  };
  useHotkeys(
    "ctrl+enter, meta+enter",
    () => {
      submit(true);
      form.current?.requestSubmit();
    },
    { enableOnFormTags: true, preventDefault: true },
  );
  const labels = Object.fromEntries(
    ["name", "episode", "charges", "measures", "variants", "dateText", "birthText"].map((field) => [
      field,
      t.has(`field.${field}`) ? t(`field.${field}`) : files(field),
    ]),
  );
  return (
    <KeptForm ref={form} action={send} className="flex flex-col">
      <Answer
        result={result?.ok ? null : result}
        labels={labels}
        refusal={(refusal) => <EditRefusalText refusal={refusal} />}
      />
      {done.length > 0 && <Done done={done} />}
      <input type="hidden" name="fileId" value={fileId} />
      <Panel title={t("who")}>
        <Who key={done.length} words={words} error={error} />
      </Panel>
      <Panel title={t("what")}>
        <div className="mt-3 flex flex-col gap-5">
          <EpisodeFields words={words} error={error} />
          <Bonds words={words} />
        </div>
      </Panel>
      <ConfirmBar statement={t("statement")}>
        <SubmitButton kind="ghost" name="then" value="file" beforeSend={() => submit(false)}>
          {t("submit")}
        </SubmitButton>
        <SubmitButton name="then" value="next" beforeSend={() => submit(true)}>
          {t("submitNext")}
          <span className="max-md:hidden">
            <Kbd>Ctrl Enter</Kbd>
          </span>
        </SubmitButton>
      </ConfirmBar>
    </KeptForm>
  );
}

function Done({ done }: { done: { caseId: string; name: string }[] }) {
  const t = useTranslations("register");
  return (
    <Notice tone="good" live title={t("done", { count: done.length })}>
      {done.map(({ caseId, name }, index) => (
        <span key={caseId}>
          {index > 0 && ", "}
          <Link href={`/cases/${caseId}`}>{name}</Link>
        </span>
      ))}
    </Notice>
  );
}

type WhoProps = { words: RegisterFormProps["words"]; error: (field: string) => string | undefined };

function Who({ words, error }: WhoProps) {
  const t = useTranslations("register");
  const [name, setName] = useState("");
  const [birth, setBirth] = useState("");
  const [same, setSame] = useState<LikePerson | null>(null);
  return (
    <div className="relative mt-3 flex flex-col gap-5 xl:min-h-120 xl:pr-[25rem]">
      <input type="hidden" name="personId" value={same?.id ?? ""} />
      <IdentityFields
        nationalities={words.nationalities}
        error={error}
        onName={setName}
        onBirth={setBirth}
        hideRest={same !== null}
      >
        <div className="xl:absolute xl:top-0 xl:right-0 xl:w-[23rem]">
          {same && <Notice title={t("samePerson", { name: same.name })}>{t("samePersonText")}</Notice>}
          <LikeList name={name} birth={birth} chosen={same?.id ?? null} choose={setSame} />
        </div>
      </IdentityFields>
    </div>
  );
}

function Bonds({ words }: { words: RegisterFormProps["words"] }) {
  const t = useTranslations("register");
  const bonds = useTranslations("files.cases.bonds");
  return (
    <div className="grid max-w-200 gap-x-6 gap-y-4 sm:grid-cols-2">
      <SelectField
        name="bond"
        label={t("field.bond")}
        hint={t("bondHint")}
        choices={(["required", "supporting"] as const).map((value) => ({ value, label: bonds(value) }))}
      />
      <SelectField
        name="groupId"
        label={t("field.group")}
        hint={t("groupHint")}
        empty={t("none")}
        choices={words.groups}
      />
      <SelectField
        name="regionalBodyId"
        label={t("field.regional")}
        hint={t("regionalHint")}
        empty={t("none")}
        choices={words.regionals}
      />
    </div>
  );
}
