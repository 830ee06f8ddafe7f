"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { SelectField } from "@/components/ui/choice-field";
import { TextField } from "@/components/ui/text-field";
import { DayField } from "./day-field";
import type { Choices, SpanOption } from "./form-parts";

type KeptSpansProps = { choices: Choices; prefix: string; error: (field: string) => string | undefined };

/** The owner's sheets: those marked stay secret, each with grade, basis and a day of review; the rest are freed. */
export function KeptSpans({ choices, prefix, error }: KeptSpansProps) {
  const t = useTranslations("acts");
  return (
    <fieldset>
      <legend className="mb-2 font-semibold">{t("field.kept")}</legend>
      <ul className="flex flex-col gap-3">
        {choices.spans.map((span) => (
          <KeptSpan
            key={span.id}
            span={span}
            grades={choices.grades}
            prefix={prefix}
            error={error("reviewDate")}
          />
        ))}
      </ul>
    </fieldset>
  );
}

type KeptSpanProps = { span: SpanOption; grades: Choices["grades"]; prefix: string; error?: string };

function KeptSpan({ span, grades, prefix, error }: KeptSpanProps) {
  const [kept, setKept] = useState(false);
  const t = useTranslations("acts.field");
  const id = `${prefix}-${span.id}`;
  return (
    <li className="border-l-2 border-rule2 pl-3.5">
      <label className="flex min-h-7 items-center gap-2.5">
        <input
          type="checkbox"
          name="kept"
          value={span.id}
          checked={kept}
          onChange={(event) => setKept(event.target.checked)}
          className="size-5 accent-accent"
        />
        <span className="serif font-semibold">{span.sheets}</span>
      </label>
      <input type="hidden" name="spanId" value={span.id} />
      {kept ? (
        <div className="mt-2 flex flex-col gap-3">
          <SelectField
            name="grade"
            id={`${id}-grade`}
            label={t("grade")}
            choices={grades}
            defaultValue={span.grade ?? undefined}
          />
          <TextField
            name="keepBasis"
            id={`${id}-basis`}
            label={t("keepBasis")}
            defaultValue={span.basis ?? undefined}
            required
          />
          <DayField name="reviewDate" id={`${id}-review`} label={t("reviewDate")} error={error} />
        </div>
      ) : (
        ["grade", "keepBasis", "reviewDate"].map((name) => (
          <input key={name} type="hidden" name={name} value="" />
        ))
      )}
    </li>
  );
}
