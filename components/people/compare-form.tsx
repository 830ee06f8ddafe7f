"use client";

import { useTranslations } from "next-intl";
import { EditForm, type EditAct } from "@/components/units/edit-form";
import { RadioGroup } from "@/components/ui/choice-field";
import { TextField } from "@/components/ui/text-field";

type Named = { id: string; name: string };
type CompareFormProps = {
  first: Named;
  second: Named;
  /** They are one already. */ merged: boolean;
  action: EditAct;
};

/** One person or two, and how one knows. Which registration leads is asked, for nothing else tells it. */
export function CompareForm({ first, second, merged, action }: CompareFormProps) {
  const t = useTranslations("people.compare");
  const one = (value: "first" | "second", leads: Named) => ({
    value,
    label: t("one"),
    hint: t("oneHint", { name: leads.name }),
  });
  const note = t(merged ? "why" : "note");
  return (
    <EditForm
      action={action}
      back={`/people/${first.id}`}
      saved="compared"
      submit={t(merged ? "unmerge" : "submit")}
      labels={{ answer: t("answer"), note }}
    >
      {(error) => (
        <>
          <input type="hidden" name="personId" value={first.id} />
          <input type="hidden" name="otherId" value={second.id} />
          {merged ? (
            <input type="hidden" name="answer" value="unmerge" />
          ) : (
            <RadioGroup
              name="answer"
              label={t("answer")}
              error={error("answer")}
              choices={[
                one("first", first),
                one("second", second),
                { value: "two", label: t("two"), hint: t("twoHint") },
              ]}
            />
          )}
          <TextField
            name="note"
            label={note}
            hint={merged ? undefined : t("noteHint")}
            error={error("note")}
            required
          />
        </>
      )}
    </EditForm>
  );
}
