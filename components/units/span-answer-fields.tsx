"use client";

import { useTranslations } from "next-intl";
import { RadioGroup, SelectField } from "@/components/ui/choice-field";
import { TextAreaField, TextField } from "@/components/ui/text-field";
import type { Half, SpanAnswer } from "@/lib/units/view-spans";
import type { Option } from "./owners-form";

type Props = {
  half: Half;
  answer: Partial<SpanAnswer>;
  change: (changed: Partial<SpanAnswer>) => void;
  owners: Option[];
  grades: Option[];
};

/** One half of the answer for the sheets named above: secrecy for the author, access for the archive. */
export function SpanAnswerFields(props: Props) {
  return props.half === "secrecy" ? <SecrecyFields {...props} /> : <AccessFields {...props} />;
}

function SecrecyFields({ answer, change, owners, grades }: Props) {
  const t = useTranslations("files.spans");
  const law = useTranslations("law.secrecy");
  const graded = answer.secrecy === "lift" || answer.secrecy === "keep";
  const answered = (value: string) => {
    const secrecy = value as NonNullable<SpanAnswer["secrecy"]>;
    if (secrecy === "none") change({ secrecy, grade: null, ownerId: null, reviewDate: null });
    else
      change({
        secrecy,
        ownerId: answer.ownerId ?? (owners.length === 1 ? owners[0]!.value : null),
        ...firstGrade(),
      });
  };
  const firstGrade = () => ({ grade: answer.grade ?? grades[0]?.value ?? null });
  return (
    <>
      <RadioGroup
        name="secrecy"
        label={t("secrecy")}
        inline
        value={answer.secrecy ?? ""}
        onChange={answered}
        choices={(["none", "lift", "keep"] as const).map((value) => ({ value, label: law(value) }))}
      />
      {graded && (
        <div className="flex flex-wrap gap-x-6 gap-y-4">
          <SelectField
            name="ownerId"
            label={t("ownerField")}
            empty={t("choose")}
            value={answer.ownerId ?? ""}
            onChange={(event) => change({ ownerId: event.target.value || null })}
            choices={owners}
          />
          <SelectField
            name="grade"
            label={t("grade")}
            empty={t("choose")}
            value={answer.grade ?? ""}
            onChange={(event) => change({ grade: event.target.value || null })}
            choices={grades}
          />
          {answer.secrecy === "keep" && (
            <TextField
              name="reviewDate"
              type="date"
              label={t("reviewField")}
              value={answer.reviewDate ?? ""}
              onChange={(event) => change({ reviewDate: event.target.value || null })}
            />
          )}
        </div>
      )}
      <TextAreaField
        name="basis"
        label={t("basis")}
        hint={t("basisHint")}
        rows={2}
        value={answer.basis ?? ""}
        onChange={(event) => change({ basis: event.target.value || null })}
        optional={answer.secrecy !== "keep"}
      />
    </>
  );
}

function AccessFields({ answer, change }: Props) {
  const t = useTranslations("files.spans");
  const law = useTranslations("law.access");
  return (
    <>
      <RadioGroup
        name="access"
        label={t("access")}
        inline
        value={answer.access ?? ""}
        onChange={(value) => {
          const access = value as NonNullable<SpanAnswer["access"]>;
          change(access === "open" ? { access, accessBasis: null, closedUntil: null } : { access });
        }}
        choices={(["open", "redacted", "closed"] as const).map((value) => ({ value, label: law(value) }))}
      />
      {answer.access && answer.access !== "open" && (
        <TextAreaField
          name="accessBasis"
          label={t("accessBasis")}
          rows={2}
          value={answer.accessBasis ?? ""}
          onChange={(event) => change({ accessBasis: event.target.value || null })}
        />
      )}
      {answer.access === "closed" && (
        <TextField
          name="closedUntil"
          type="date"
          label={t("closedUntil")}
          hint={t("closedUntilHint")}
          inputClassName="max-w-64"
          value={answer.closedUntil ?? ""}
          onChange={(event) => change({ closedUntil: event.target.value || null })}
          optional
        />
      )}
    </>
  );
}
