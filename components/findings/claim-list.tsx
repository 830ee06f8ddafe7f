"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { claimKinds, type ClaimKind } from "@/lib/law/words";
import type { ClaimDraft, Draft } from "@/lib/findings/view";
import { fieldOfClaim, fieldOfKind } from "@/lib/findings/view-tasks";
import { ClaimEditor } from "./claim-editor";
import { useEditorDesk } from "./editor-context";
import { focusLater } from "./focus-later";

type ClaimListProps = { claims: readonly ClaimDraft[]; common: readonly { kind: string }[] };

export function ClaimList({ claims, common }: ClaimListProps) {
  const { change, requiredKinds, suggested, words } = useEditorDesk();
  const t = useTranslations("findings.claim");
  const edit = (to: (claims: ClaimDraft[]) => ClaimDraft[]): void =>
    change((draft: Draft) => ({ ...draft, claims: to(draft.claims) }));
  const add = (kind: ClaimKind): void => {
    const id = crypto.randomUUID();
    const required = requiredKinds.includes(kind);
    const text = suggested[kind] ?? "";
    edit((all) => [...all, { id, kind, text, required, citations: [] }]);
    focusLater(fieldOfClaim(id));
  };
  const missing = claimKinds.filter(
    (kind) => requiredKinds.includes(kind) && ![...claims, ...common].some((c) => c.kind === kind),
  );
  const removable = ({ id, kind }: ClaimDraft): boolean =>
    !requiredKinds.includes(kind) ||
    common.some((c) => c.kind === kind) ||
    claims.some((c) => c.kind === kind && c.id !== id);
  return (
    <section aria-labelledby="claims-title">
      <h2 id="claims-title" className="question mb-1">
        {t("title")}
      </h2>
      <p className="mb-4 max-w-160 text-soft">{t("lead")}</p>
      <ol>
        {claims.map((claim, i) => (
          <ClaimEditor
            key={claim.id}
            claim={claim}
            nth={i + 1}
            total={claims.length}
            removable={removable(claim)}
            onChange={(changed) =>
              edit((all) => all.map((c) => (c.id === claim.id ? { ...c, ...changed } : c)))
            }
            onMove={(step) => {
              edit((all) => moved(all, i, step));
              focusLater(fieldOfClaim(claim.id));
            }}
            onRemove={() => edit((all) => all.filter((c) => c.id !== claim.id))}
          />
        ))}
      </ol>
      <div className="flex flex-wrap gap-2">
        {[...missing, "other" as const].map((kind) => (
          <Button key={kind} id={fieldOfKind(kind)} kind="ghost" onClick={() => add(kind)}>
            {kind === "other" ? t("add") : t("addKind", { kind: words.kind[kind] })}
          </Button>
        ))}
      </div>
    </section>
  );
}

function moved(all: ClaimDraft[], from: number, step: 1 | -1): ClaimDraft[] {
  const to = from + step;
  if (to < 0 || to >= all.length) return all;
  const next = [...all];
  [next[from], next[to]] = [next[to]!, next[from]!];
  return next;
}
