"use client";

import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import type { KeyboardEvent } from "react";
import { controlClass } from "@/components/ui/field";
import {
  isUnsupported,
  restsOnInterrogation,
  type CitationDraft,
  type ClaimDraft,
} from "@/lib/findings/view";
import { fieldOfClaim } from "@/lib/findings/view-tasks";
import { CitationEditor } from "./citation-editor";
import { CitationInput } from "./citation-input";
import { ClaimHead, type ClaimHeadProps } from "./claim-head";
import { useEditorDesk } from "./editor-context";

type ClaimEditorProps = ClaimHeadProps & { onChange(changed: Partial<ClaimDraft>): void };

export function ClaimEditor(props: ClaimEditorProps) {
  const { claim, nth, onChange, onMove } = props;
  const { errorOf } = useEditorDesk();
  const t = useTranslations("findings.claim");
  const id = fieldOfClaim(claim.id);
  const error = errorOf(id);
  const remarks = clsx(error && `${id}-error`, isUnsupported(claim) && `${id}-unsupported`);
  const cite = (citations: CitationDraft[]): void => onChange({ citations });
  const move = (event: KeyboardEvent): void => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key] as 1 | -1 | undefined;
    if (!step || !event.altKey) return;
    event.preventDefault();
    onMove(step);
  };
  return (
    <li className="mb-4 rounded-lg border border-rule2 bg-sheet px-5 py-4 max-sm:px-4">
      <ClaimHead {...props} />
      {error && (
        <p id={`${id}-error`} className="mb-1.5 text-small font-semibold text-danger">
          {error}
        </p>
      )}
      <textarea
        id={id}
        aria-label={t("text", { nth })}
        aria-describedby={remarks || undefined}
        aria-invalid={error ? true : undefined}
        rows={2}
        value={claim.text}
        onChange={(event) => onChange({ text: event.target.value })}
        onKeyDown={move}
        className={clsx(
          controlClass,
          "statement field-sizing-content",
          isUnsupported(claim) && "decoration-warn underline decoration-wavy decoration-1 underline-offset-4",
        )}
      />
      {isUnsupported(claim) && (
        <p id={`${id}-unsupported`} className="mt-1 text-small text-warn">
          {t("unsupported")}
        </p>
      )}
      {restsOnInterrogation(claim) && <p className="mt-1 text-small text-warn">{t("interrogationOnly")}</p>}
      <ul aria-label={t("citations", { nth })} className={clsx(claim.citations.length > 0 && "mt-3")}>
        {claim.citations.map((citation) => (
          <CitationEditor
            key={citation.id}
            citation={citation}
            onChange={(changed) =>
              cite(claim.citations.map((c) => (c.id === citation.id ? { ...c, ...changed } : c)))
            }
            onRemove={() => cite(claim.citations.filter((c) => c.id !== citation.id))}
          />
        ))}
      </ul>
      <CitationInput claim={claim} nth={nth} onCite={(made) => cite([...claim.citations, ...made])} />
    </li>
  );
}
