"use client";

import { useTranslations } from "next-intl";
import { RadioGroup } from "@/components/ui/choice-field";
import { TextAreaField } from "@/components/ui/text-field";
import { deriveOutcome, type ChargeAnswer, type Draft } from "@/lib/findings/view";
import { fieldOfCharge, fieldOfReason } from "@/lib/findings/view-tasks";
import { useSet } from "./checked-fields";
import { useEditorDesk } from "./editor-context";

export type ChargeShown = { id: string; article: string; text: string | null };

/** An answer for each charge; what follows from them all is said, never chosen. */
export function OutcomeFields({ draft, charges }: { draft: Draft; charges: readonly ChargeShown[] }) {
  const { words } = useEditorDesk();
  const t = useTranslations("findings.outcome");
  const outcome = deriveOutcome(draft);
  const covered = outcome === "already";
  return (
    <section className="mb-8">
      <h2 className="question mb-1">{t("title")}</h2>
      {covered && <p className="text-soft">{t("covered")}</p>}
      {!covered && charges.length === 0 && <WholeField draft={draft} />}
      {!covered && (
        <ol className="border-b border-rule">
          {charges.map((charge, i) => {
            const answer = draft.charges.find((c) => c.chargeId === charge.id);
            return answer && <ChargeField key={charge.id} charge={charge} answer={answer} nth={i + 1} />;
          })}
        </ol>
      )}
      <p className="mt-3" role="status">
        {t("follows")} <b className="font-semibold">{outcome ? words.outcome[outcome] : t("undecided")}</b>
      </p>
    </section>
  );
}

type ChargeFieldProps = { charge: ChargeShown; answer: ChargeAnswer; nth: number };

function ChargeField({ charge, answer, nth }: ChargeFieldProps) {
  const { change, errorOf } = useEditorDesk();
  const t = useTranslations("findings.outcome");
  const set = (changed: Partial<ChargeAnswer>): void =>
    change((draft) => ({
      ...draft,
      charges: draft.charges.map((c) => (c.chargeId === charge.id ? { ...c, ...changed } : c)),
    }));
  return (
    <li className="flex flex-col gap-3 border-t border-rule py-3">
      <RadioGroup
        name={fieldOfCharge(charge.id)}
        label={t("charge", { nth, article: charge.article })}
        hint={charge.text}
        error={errorOf(fieldOfCharge(charge.id))}
        inline
        value={answer.outcome ?? ""}
        onChange={(value) => set({ outcome: value as ChargeAnswer["outcome"] })}
        choices={[
          { value: "rehabilitate", label: t("rehabilitate") },
          { value: "refuse", label: t("refuse") },
        ]}
      />
      {answer.outcome === "refuse" && (
        <TextAreaField
          name={fieldOfReason(charge.id)}
          label={t("reason")}
          error={errorOf(fieldOfReason(charge.id))}
          rows={2}
          value={answer.reason}
          onChange={(event) => set({ reason: event.target.value })}
        />
      )}
    </li>
  );
}

function WholeField({ draft }: { draft: Draft }) {
  const { errorOf } = useEditorDesk();
  const t = useTranslations("findings.outcome");
  const set = useSet();
  return (
    <RadioGroup
      name="whole"
      label={t("whole")}
      error={errorOf("whole")}
      inline
      value={draft.fields.whole ?? ""}
      onChange={(value) => set("whole", value === "refuse" ? "refuse" : "rehabilitate")}
      choices={[
        { value: "rehabilitate", label: t("rehabilitate") },
        { value: "refuse", label: t("refuse") },
      ]}
    />
  );
}
