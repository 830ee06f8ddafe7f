"use client";

import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { SelectField } from "@/components/ui/choice-field";
import { giveWay, type ClaimDraft } from "@/lib/findings/view";
import { printSheets } from "@/lib/findings/view-cite";
import { useEditorDesk } from "./editor-context";

export type CommonShown = {
  versionId: string;
  findingId: string;
  title: string;
  number: number;
  claims: ClaimDraft[];
};
type CommonPartProps = { commons: readonly CommonShown[]; chosen: string | null };

/** What many cases of the same file share: read here, written on its own page. */
export function CommonPart({ commons, chosen }: CommonPartProps) {
  const { change } = useEditorDesk();
  const t = useTranslations("findings.common");
  if (commons.length === 0) return null;
  const shown = commons.find((c) => c.versionId === chosen);
  const choose = (versionId: string): void =>
    change((draft) => ({
      ...draft,
      fields: { ...draft.fields, commonVersionId: versionId || null },
      claims: giveWay(draft.claims, commons.find((c) => c.versionId === versionId)?.claims ?? []),
    }));
  return (
    <section className="mb-8">
      <h2 className="question mb-1">{t("partTitle")}</h2>
      <SelectField
        name="commonVersionId"
        label={t("choose")}
        hint={t("chooseHint")}
        empty={t("noneChosen")}
        value={chosen ?? ""}
        onChange={(event) => choose(event.target.value)}
        choices={commons.map((c) => ({ value: c.versionId, label: t("option", { ...pick(c) }) }))}
      />
      {shown && (
        <div className="mt-3 border-l-3 border-rule2 pl-4">
          {shown.claims.map((claim) => (
            <CommonClaim key={claim.id} claim={claim} />
          ))}
          <Link href={`/findings/common/${shown.findingId}`}>{t("open")}</Link>
        </div>
      )}
    </section>
  );
}

const pick = ({ title, number }: CommonShown) => ({ title, number });

function CommonClaim({ claim }: { claim: ClaimDraft }) {
  const { words, files } = useEditorDesk();
  const locale = useLocale();
  const sheetsOf = (c: ClaimDraft["citations"][number]): string =>
    printSheets(files.find((f) => f.id === c.fileId)?.foliation ?? null, c, locale) ?? "?";
  return (
    <div className="mb-2">
      <p className="label">{words.kind[claim.kind]}</p>
      <p className="statement">
        {claim.text}{" "}
        {claim.citations.map((c) => (
          <span key={c.id} className="cite mr-1">
            {sheetsOf(c)}
          </span>
        ))}
      </p>
    </div>
  );
}
