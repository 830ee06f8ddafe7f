"use client";

import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { DefinitionList } from "@/components/ui/definition-list";
import { Notice } from "@/components/ui/notice";
import type { FindingWords } from "@/lib/findings/sentences";
import { ReadingSignForm, type ReadingSignDesk } from "./reading-sign-form";

type ReadingEndProps = ReadingSignDesk & {
  words: FindingWords;
  accepted: readonly string[];
  statement: string | null;
};

/** After the last claim: what was read, what is proposed, and for the second reader the two answers. */
export function ReadingEnd(props: ReadingEndProps) {
  const { view, words, accepted, statement } = props;
  const t = useTranslations("findings.reading");
  const left = view.claims.length - accepted.length;
  return (
    <div className="flex max-w-140 flex-col gap-5">
      <h2 className="question">{t("endTitle")}</h2>
      <DefinitionList
        items={[
          { term: t("proposed"), value: view.outcome ? words.outcome[view.outcome] : "–" },
          { term: t("author"), value: view.author },
          { term: t("version"), value: t("versionOf", { number: view.number, date: view.submittedOn }) },
        ]}
      />
      {left > 0 && <Notice tone="warn" title={t("left", { count: left })} />}
      {view.mayDecide && statement && view.proceeding ? (
        <>
          <ReadingSignForm {...props} act="concur" statement={statement} proceeding={view.proceeding} />
          <details>
            <summary className="font-semibold text-accent">{t("disagreeOpen")}</summary>
            <div className="mt-3">
              <ReadingSignForm {...props} act="disagree" statement={null} proceeding={view.proceeding} />
            </div>
          </details>
        </>
      ) : (
        <div>
          <ButtonLink kind="ghost" href={`/cases/${view.caseId}`}>
            {t("back")}
          </ButtonLink>
        </div>
      )}
    </div>
  );
}
