"use client";

import { useTranslations } from "next-intl";
import { useState, type ReactNode } from "react";
import { UncertainDateField } from "@/components/units/uncertain-date";
import { SelectField } from "@/components/ui/choice-field";
import { SpecialLetters } from "@/components/ui/special-letters";
import { TextField } from "@/components/ui/text-field";
import type { PersonShown } from "@/lib/people/view";
import { RowsField } from "./rows-field";
import { WordField, type Option } from "./word-field";

type Variant = PersonShown["variants"][number];
export type Identity = Pick<
  PersonShown,
  | "name"
  | "surname"
  | "given"
  | "patronymic"
  | "birthText"
  | "birthPlace"
  | "deathText"
  | "sex"
  | "nationality"
  | "variants"
>;

type IdentityFieldsProps = {
  held?: Identity;
  nationalities: Option[];
  error: (field: string) => string | undefined;
  /** Told while it is typed, so that like names can be shown. */
  onName?: (name: string) => void;
  onBirth?: (text: string) => void;
  /** Between the name and the rest: people with a like name. */
  children?: ReactNode;
  hideRest?: boolean;
};

const scripts = ["kk", "ru", "latin", "arabic"] as const;
const emptyVariant: Variant = { script: "kk", kind: "variant", text: "" };

export function IdentityFields(props: IdentityFieldsProps) {
  const { held, nationalities, error, onName, onBirth, children, hideRest } = props;
  const t = useTranslations("register");
  const [name, setName] = useState(held?.name ?? "");
  return (
    <>
      <SpecialLetters old field="name" />
      <TextField
        name="name"
        label={t("field.name")}
        hint={t("nameHint")}
        error={error("name")}
        value={name}
        onChange={(event) => {
          setName(event.target.value);
          onName?.(event.target.value);
        }}
        inputClassName="serif text-[1.0625rem]"
        autoComplete="off"
        spellCheck={false}
        required
      />
      {children}
      {!hideRest && <RestOfIdentity {...{ held, nationalities, error, name, onBirth }} />}
    </>
  );
}

type RestProps = Pick<IdentityFieldsProps, "held" | "nationalities" | "error" | "onBirth"> & { name: string };

function RestOfIdentity({ held, nationalities, error, name, onBirth }: RestProps) {
  const t = useTranslations("register");
  return (
    <>
      <NameParts held={held} name={name} error={error} />
      <RowsField<Variant>
        name="variants"
        legend={t("field.variants")}
        add={t("addVariant")}
        hint={t("variantsHint")}
        error={error("variants")}
        initial={held?.variants ?? []}
        empty={emptyVariant}
        isEmpty={(row) => row.text.trim() === ""}
      >
        {(row, change, index) => (
          <>
            <SelectField
              name=""
              id={`variant-script-${index}`}
              label={t("script")}
              value={row.script}
              onChange={(event) => change({ script: event.target.value })}
              choices={scripts.map((value) => ({ value, label: t(`scripts.${value}`) }))}
            />
            <TextField
              name=""
              id={`variant-text-${index}`}
              label={t("spelling")}
              value={row.text}
              onChange={(event) => change({ text: event.target.value })}
              className="flex-1 basis-56"
            />
          </>
        )}
      </RowsField>
      <div className="flex flex-wrap gap-x-6 gap-y-4">
        <UncertainDateField
          name="birthText"
          label={t("field.birthText")}
          defaultValue={held?.birthText}
          onText={onBirth}
          error={error("birthText")}
        />
        <UncertainDateField
          name="deathText"
          label={t("field.deathText")}
          defaultValue={held?.deathText}
          error={error("deathText")}
        />
      </div>
      <TextField
        name="birthPlace"
        label={t("field.birthPlace")}
        defaultValue={held?.birthPlace ?? ""}
        error={error("birthPlace")}
        optional
      />
      <div className="flex flex-wrap gap-x-6 gap-y-4">
        <SelectField
          name="sex"
          label={t("field.sex")}
          defaultValue={held?.sex ?? ""}
          empty={t("unknown")}
          choices={(["m", "f"] as const).map((value) => ({ value, label: t(`sexes.${value}`) }))}
        />
        <WordField
          name="nationality"
          label={t("field.nationality")}
          choices={nationalities}
          defaultValue={held?.nationality}
        />
      </div>
    </>
  );
}

const parts = ["surname", "given", "patronymic"] as const;

/** Surname, given name, patronymic: filled from the words of the name until somebody writes in them. */
function NameParts({ held, name, error }: Pick<RestProps, "held" | "name" | "error">) {
  const t = useTranslations("register");
  const [own, setOwn] = useState<Partial<Record<(typeof parts)[number], string>>>(
    held ? { surname: held.surname ?? "", given: held.given ?? "", patronymic: held.patronymic ?? "" } : {},
  );
  const words = name.trim().split(/\s+/);
  const guess = { surname: words[0] ?? "", given: words[1] ?? "", patronymic: words.slice(2).join(" ") };
  return (
    <div className="grid max-w-160 gap-x-4 gap-y-4 sm:grid-cols-3">
      {parts.map((part) => (
        <TextField
          key={part}
          name={part}
          label={t(`field.${part}`)}
          error={error(part)}
          value={own[part] ?? guess[part]}
          onChange={(event) => setOwn({ ...own, [part]: event.target.value })}
          autoComplete="off"
        />
      ))}
    </div>
  );
}
