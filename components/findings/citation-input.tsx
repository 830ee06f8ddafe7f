"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState, type KeyboardEvent } from "react";
import { Button } from "@/components/ui/button";
import { controlClass } from "@/components/ui/field";
import type { CitationDraft, ClaimDraft } from "@/lib/findings/view";
import { printCitation, resolveCitation } from "@/lib/findings/view-cite";
import { fieldOfCitations, fieldOfQuote } from "@/lib/findings/view-tasks";
import { useCiteProblem } from "./cite-words";
import { useEditorDesk } from "./editor-context";
import { focusLater } from "./focus-later";
import { MaterialPicker } from "./material-picker";

type CitationInputProps = { claim: ClaimDraft; nth: number; onCite(citations: CitationDraft[]): void };

/** A citation typed as people write it, read at once; what is wrong is said with its place. */
export function CitationInput({ claim, nth, onCite }: CitationInputProps) {
  const { files, errorOf } = useEditorDesk();
  const t = useTranslations("findings.citation");
  const sentence = useCiteProblem();
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState<string | null>(files.length === 1 ? files[0]!.id : null);
  const [problem, setProblem] = useState<string | null>(null);
  const id = fieldOfCitations(claim.id);
  const cite = (fileId: string, extents: readonly { from: number; to: number }[]): void => {
    const made = extents.map(({ from, to }) => ({
      ...{ id: crypto.randomUUID(), fileId, from, to },
      ...{ quote: "", translation: "", reliability: "" },
    }));
    onCite(made);
    setText("");
    setProblem(null);
    focusLater(fieldOfQuote(made[0]!.id));
  };
  const add = (): void => {
    const cited = resolveCitation(text, files, chosen);
    if (cited.ok) cite(cited.fileId, cited.extents);
    else setProblem(sentence(cited.problem));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    add();
  };
  const error = problem ?? errorOf(id);
  return (
    <div className="mt-3">
      <label htmlFor={id} className="label mb-1 block">
        {t("add", { nth })}
      </label>
      {error && (
        <p id={`${id}-error`} className="mb-1.5 text-small font-semibold text-danger">
          {error}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <input
          id={id}
          type="text"
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
          placeholder={files[0] ? example(files[0].reference) : undefined}
          autoComplete="off"
          spellCheck={false}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          className={`${controlClass} max-w-80 min-w-0 flex-1 basis-56`}
        />
        {files.length > 1 && <FileChoice id={id} chosen={chosen} onChoose={setChosen} />}
        <Button kind="ghost" onClick={add}>
          {t("take")}
        </Button>
        <MaterialPicker onPick={cite} />
      </div>
    </div>
  );
}

/** What an answer looks like: sheets of the file at hand. */
const example = (reference: string): string => `${reference.split(". ").slice(-1)[0] ?? ""}. Л. 12–14 об.`;

type FileChoiceProps = { id: string; chosen: string | null; onChoose(id: string): void };

function FileChoice({ id, chosen, onChoose }: FileChoiceProps) {
  const { files } = useEditorDesk();
  const t = useTranslations("findings.citation");
  const locale = useLocale();
  return (
    <select
      aria-label={t("file")}
      id={`${id}-file`}
      value={chosen ?? ""}
      onChange={(event) => onChoose(event.target.value)}
      className={`${controlClass} max-w-72 flex-1 basis-40`}
    >
      <option value="" disabled>
        {t("whichFile")}
      </option>
      {files.map((file) => (
        <option key={file.id} value={file.id} disabled={file.closed}>
          {printCitation(file, null, locale)}
        </option>
      ))}
    </select>
  );
}
