import { useLocale, useTranslations } from "next-intl";
import { ActRow, Panel } from "@/components/ui/panel";
import type { Subject } from "@/lib/cases/view-subject";
import { conflictKinds } from "@/lib/law/words";
import { ConflictForm } from "./conflict-form";
import type { AnswerConflicts } from "./form-parts";

export type ConflictQuestionProps = { subject: Subject; answerConflicts: AnswerConflicts };

/** Before any signature stands one's own answer about a conflict of interest. */
export function ConflictQuestion({ subject, answerConflicts }: ConflictQuestionProps) {
  const t = useTranslations("sign");
  const law = useTranslations("law");
  const acts = useTranslations("acts");
  const locale = useLocale();
  const about = `${subject.kind === "rehabilitation" ? "c" : "f"}:${subject.id}`;
  return (
    <Panel title={t("question.conflict")}>
      <p className="text-soft">
        {acts("article", { article: "P15" })}. {t("conflictWhy")}
      </p>
      <ActRow>
        <ConflictForm
          subjects={subject.kind === "rehabilitation" ? [about] : casesOrFile(subject.cases, about)}
          locale={locale}
          kinds={conflictKinds.map((value) => ({ value, label: law(`conflictKind.${value}`) }))}
          action={answerConflicts}
        />
      </ActRow>
    </Panel>
  );
}

/** A file is answered for through its cases, where it has any. */
const casesOrFile = (cases: readonly string[], file: string): string[] =>
  cases.length > 0 ? cases.map((id) => `c:${id}`) : [file];
