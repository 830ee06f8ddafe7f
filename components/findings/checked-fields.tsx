"use client";

import { useTranslations } from "next-intl";
import { CheckboxField, RadioGroup } from "@/components/ui/choice-field";
import { TextAreaField } from "@/components/ui/text-field";
import type { DraftFields } from "@/lib/findings/view";
import { useEditorDesk } from "./editor-context";

type FieldsProps = { fields: DraftFields };

/** Changes one field of the draft. */
export function useSet() {
  const { change } = useEditorDesk();
  return <K extends keyof DraftFields>(key: K, value: DraftFields[K]): void =>
    change((draft) => ({ ...draft, fields: { ...draft.fields, [key]: value } }));
}

const answerOf = (found: boolean | null): string => (found === null ? "" : found ? "yes" : "no");

/** Where an earlier act of rehabilitation was looked for, and whether there is one. */
export function EarlierActFields({ fields }: FieldsProps) {
  const { errorOf } = useEditorDesk();
  const t = useTranslations("findings.earlier");
  const set = useSet();
  return (
    <section className="mb-8 flex flex-col gap-4">
      <h2 className="question">{t("title")}</h2>
      <TextAreaField
        name="earlierSearch"
        label={t("search")}
        hint={t("searchHint")}
        error={errorOf("earlierSearch")}
        rows={2}
        value={fields.earlierSearch}
        onChange={(event) => set("earlierSearch", event.target.value)}
      />
      <RadioGroup
        name="earlierFound"
        label={t("found")}
        error={errorOf("earlierFound")}
        inline
        value={answerOf(fields.earlierFound)}
        onChange={(value) => set("earlierFound", value === "yes")}
        choices={[
          { value: "no", label: t("no") },
          { value: "yes", label: t("yes") },
        ]}
      />
      {fields.earlierFound && (
        <>
          <TextAreaField
            name="earlierAct"
            label={t("act")}
            hint={t("actHint")}
            error={errorOf("earlierAct")}
            rows={2}
            value={fields.earlierAct}
            onChange={(event) => set("earlierAct", event.target.value)}
          />
          <CheckboxField
            name="earlierCovers"
            label={t("covers")}
            checked={fields.earlierCovers}
            onChange={(event) => set("earlierCovers", event.target.checked)}
          />
        </>
      )}
    </section>
  );
}

/** The exclusions that the law names were looked for; found or not, and in what. */
export function ExclusionFields({ fields }: FieldsProps) {
  const { errorOf } = useEditorDesk();
  const t = useTranslations("findings.exclusion");
  const set = useSet();
  return (
    <section className="mb-8 flex flex-col gap-4">
      <h2 className="question">{t("title")}</h2>
      <RadioGroup
        name="exclusionFound"
        label={t("found")}
        error={errorOf("exclusionFound")}
        inline
        value={answerOf(fields.exclusionFound)}
        onChange={(value) => set("exclusionFound", value === "yes")}
        choices={[
          { value: "no", label: t("no") },
          { value: "yes", label: t("yes") },
        ]}
      />
      <TextAreaField
        name="exclusionCheck"
        label={t("check")}
        hint={t("checkHint")}
        error={errorOf("exclusionCheck")}
        rows={2}
        value={fields.exclusionCheck}
        onChange={(event) => set("exclusionCheck", event.target.value)}
      />
    </section>
  );
}

export function GroundFields({ fields }: FieldsProps) {
  const t = useTranslations("findings.ground");
  const set = useSet();
  return (
    <section className="mb-8 flex flex-col gap-4">
      <h2 className="question">{t("title")}</h2>
      <TextAreaField
        name="ground"
        label={t("ground")}
        hint={t("groundHint")}
        optional
        rows={2}
        value={fields.ground}
        onChange={(event) => set("ground", event.target.value)}
      />
      <TextAreaField
        name="summary"
        label={t("summary")}
        optional
        rows={4}
        value={fields.summary}
        onChange={(event) => set("summary", event.target.value)}
        inputClassName="statement"
      />
    </section>
  );
}
