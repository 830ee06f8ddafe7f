"use client";

import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/choice-field";
import { TextAreaField } from "@/components/ui/text-field";
import { Tag } from "@/components/ui/tag";
import type { CitationDraft } from "@/lib/findings/view";
import { isSecret, printCitation, printSheets } from "@/lib/findings/view-cite";
import { fieldOfQuote } from "@/lib/findings/view-tasks";
import { useEditorDesk } from "./editor-context";

type CitationEditorProps = {
  citation: CitationDraft;
  onChange(changed: Partial<CitationDraft>): void;
  onRemove(): void;
};

/** The sheets, the words that stand there, what they mean in another language, how far they can be trusted. */
export function CitationEditor({ citation, onChange, onRemove }: CitationEditorProps) {
  const { files, reliabilities, errorOf } = useEditorDesk();
  const t = useTranslations("findings.citation");
  const locale = useLocale();
  const file = files.find((f) => f.id === citation.fileId);
  const quote = fieldOfQuote(citation.id);
  const sheets = (file && printSheets(file.foliation, citation, locale)) ?? "?";
  const { id } = citation;
  return (
    <li className="border-t border-rule py-3.5">
      <div className="mb-2 flex flex-wrap items-center gap-2">
        <span className="cite">{sheets}</span>
        <span className="ref min-w-0 flex-1">
          {file ? printCitation(file, null, locale) : t("notLinked")}
        </span>
        {file && isSecret(file, citation) && <Tag tone="danger">{t("secret")}</Tag>}
        <Button kind="quiet" onClick={onRemove}>
          {t("remove")}
          <span className="sr-only">{sheets}</span>
        </Button>
      </div>
      <div className="flex flex-col gap-3">
        <TextAreaField
          id={quote}
          name={quote}
          label={t("quote")}
          hint={t("quoteHint")}
          error={errorOf(quote)}
          rows={2}
          required
          value={citation.quote}
          onChange={(event) => onChange({ quote: event.target.value })}
          inputClassName="serif"
        />
        <div className="grid max-w-160 gap-3 sm:grid-cols-[1fr_14rem]">
          <TextAreaField
            name={`translation-${id}`}
            label={t("translation")}
            optional
            rows={1}
            value={citation.translation}
            onChange={(event) => onChange({ translation: event.target.value })}
            inputClassName="serif"
          />
          <SelectField
            name={`reliability-${id}`}
            label={t("reliability")}
            empty={t("reliable")}
            value={citation.reliability}
            onChange={(event) => onChange({ reliability: event.target.value })}
            choices={reliabilities.map(({ code, name }) => ({ value: code, label: name }))}
          />
        </div>
      </div>
    </li>
  );
}
