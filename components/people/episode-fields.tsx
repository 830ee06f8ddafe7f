"use client";

import { useTranslations } from "next-intl";
import { UncertainDateField } from "@/components/units/uncertain-date";
import { TextField } from "@/components/ui/text-field";
import type { CaseHeld } from "@/lib/people/view";
import { RowsField } from "./rows-field";
import { WordField, type Option } from "./word-field";

export type EpisodeWords = { categories: Option[]; regions: Option[]; organs: Option[]; measures: Option[] };
export type Episode = Omit<CaseHeld, "version" | "personId">;

type EpisodeFieldsProps = {
  held?: Episode;
  words: EpisodeWords;
  error: (field: string) => string | undefined;
};

type Charge = { article: string; text: string | null };
type Measure = { kind: string; text: string | null; dateText: string | null };

/** What was done to this person then: organ, day, region, what they were charged with and what was applied. */
export function EpisodeFields({ held, words, error }: EpisodeFieldsProps) {
  const t = useTranslations("register");
  return (
    <>
      <TextField
        name="episode"
        label={t("field.episode")}
        hint={t("episodeHint")}
        error={error("episode")}
        defaultValue={held?.episode}
        inputClassName="max-w-64"
        required
      />
      <div className="grid max-w-200 gap-x-6 gap-y-4 sm:grid-cols-2">
        <WordField name="organ" label={t("field.organ")} choices={words.organs} defaultValue={held?.organ} />
        <TextField
          name="organText"
          label={t("field.organText")}
          defaultValue={held?.organText ?? ""}
          error={error("organText")}
        />
        <WordField
          name="region"
          label={t("field.region")}
          choices={words.regions}
          defaultValue={held?.region}
        />
        <WordField
          name="category"
          label={t("field.category")}
          choices={words.categories}
          defaultValue={held?.category}
        />
      </div>
      <UncertainDateField
        name="dateText"
        label={t("field.dateText")}
        defaultValue={held?.dateText}
        error={error("dateText")}
      />
      <Charges held={held?.charges} error={error("charges")} />
      <Measures held={held?.measures} kinds={words.measures} error={error("measures")} />
    </>
  );
}

function Charges({ held, error }: { held: Charge[] | undefined; error: string | undefined }) {
  const t = useTranslations("register");
  return (
    <RowsField<Charge>
      name="charges"
      legend={t("field.charges")}
      add={t("addCharge")}
      error={error}
      initial={held ?? [{ article: "", text: null }]}
      empty={{ article: "", text: null }}
      isEmpty={(row) => row.article.trim() === ""}
    >
      {(row, change, index) => (
        <>
          <TextField
            name=""
            id={`charge-${index}`}
            label={t("article")}
            value={row.article}
            onChange={(event) => change({ article: event.target.value })}
            placeholder="58-10"
            className="basis-48"
          />
          <TextField
            name=""
            id={`charge-text-${index}`}
            label={t("chargeText")}
            value={row.text ?? ""}
            onChange={(event) => change({ text: event.target.value })}
            className="flex-1 basis-56"
          />
        </>
      )}
    </RowsField>
  );
}

function Measures({
  held,
  kinds,
  error,
}: {
  held: Measure[] | undefined;
  kinds: Option[];
  error: string | undefined;
}) {
  const t = useTranslations("register");
  return (
    <RowsField<Measure>
      name="measures"
      legend={t("field.measures")}
      add={t("addMeasure")}
      error={error}
      initial={held ?? [{ kind: "", text: null, dateText: null }]}
      empty={{ kind: "", text: null, dateText: null }}
      isEmpty={(row) => row.kind.trim() === ""}
    >
      {(row, change, index) => (
        <>
          <WordField
            name=""
            id={`measure-${index}`}
            label={t("measure")}
            choices={kinds}
            className="flex-1 basis-52"
            value={row.kind}
            onChange={(kind) => change({ kind })}
          />
          <TextField
            name=""
            id={`measure-text-${index}`}
            label={t("term")}
            value={row.text ?? ""}
            onChange={(event) => change({ text: event.target.value })}
            className="basis-36"
          />
          <TextField
            name=""
            id={`measure-date-${index}`}
            label={t("measureDate")}
            value={row.dateText ?? ""}
            onChange={(event) => change({ dateText: event.target.value })}
            className="basis-36"
          />
        </>
      )}
    </RowsField>
  );
}
