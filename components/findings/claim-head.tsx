"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Tag } from "@/components/ui/tag";
import { restsOnInterrogation, type ClaimDraft } from "@/lib/findings/view";
import { useEditorDesk } from "./editor-context";

export type ClaimHeadProps = {
  claim: ClaimDraft;
  nth: number;
  total: number;
  /** Some other claim says the same kind of thing, or nothing obliges to it. */
  removable: boolean;
  onMove(step: 1 | -1): void;
  onRemove(): void;
};

/** Number and kind of a claim, what is remarkable about it, its place among the others. */
export function ClaimHead({ claim, nth, total, removable, onMove, onRemove }: ClaimHeadProps) {
  const { words, requiredKinds } = useEditorDesk();
  const t = useTranslations("findings.claim");
  return (
    <div className="mb-2 flex flex-wrap items-center gap-2">
      <h3 className="label">{t("head", { nth, kind: words.kind[claim.kind] })}</h3>
      {requiredKinds.includes(claim.kind) && <span className="text-tiny text-faint">{t("required")}</span>}
      {restsOnInterrogation(claim) && <Tag tone="warn">{t("interrogationTag")}</Tag>}
      <span className="ml-auto flex gap-1">
        <Small label={t("up", { nth })} disabled={nth === 1} onClick={() => onMove(-1)}>
          ↑
        </Small>
        <Small label={t("down", { nth })} disabled={nth === total} onClick={() => onMove(1)}>
          ↓
        </Small>
        {removable && (
          <Small label={t("remove", { nth })} onClick={onRemove}>
            ×
          </Small>
        )}
      </span>
    </div>
  );
}

type SmallProps = { label: string; disabled?: boolean; onClick(): void; children: ReactNode };

function Small({ label, disabled, onClick, children }: SmallProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onClick}
      className="grid size-7 place-items-center rounded-md text-soft hover:bg-tint hover:text-accent disabled:opacity-40"
    >
      <span aria-hidden>{children}</span>
    </button>
  );
}
