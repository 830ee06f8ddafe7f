"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmBar } from "@/components/ui/confirm-bar";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SpecialLetters } from "@/components/ui/special-letters";
import type { CommonAnswer } from "@/lib/findings/view-answers";
import type { FindingWords } from "@/lib/findings/sentences";
import type { Draft } from "@/lib/findings/view";
import { isSecret, type CitableFile } from "@/lib/findings/view-cite";
import { commonTasksOf } from "@/lib/findings/view-tasks";
import type { Result } from "@/lib/result";
import { ClaimList } from "./claim-list";
import { EditorDeskProvider, type EditorDesk } from "./editor-context";
import { SaveLine } from "./save-line";
import { StalePanel } from "./stale-panel";
import { TaskPanel, useTaskSentence } from "./task-panel";
import type { SaveDraft } from "./types";
import { useDraft } from "./use-draft";

type CommonEditorProps = {
  findingId: string;
  file: CitableFile;
  versionId: string;
  draft: Draft;
  draftVersion: number;
  savedAt: string;
  reliabilities: { code: string; name: string }[];
  words: FindingWords;
  save: SaveDraft;
  release(input: {
    findingId: string;
    fileId: string;
    draftVersion: number;
  }): Promise<Result<CommonAnswer, never>>;
};

/** The claims that the cases of a list share; the same editor as for one case, without what is a case's own. */
export function CommonEditor(props: CommonEditorProps) {
  const { file, findingId, reliabilities, words } = props;
  const { draft, state, change, settle, send, base } = useDraft(props);
  const [tried, setTried] = useState(0);
  const [trouble, setTrouble] = useState<string | null>(null);
  const t = useTranslations("findings.commonEditor");
  const router = useRouter();
  const sentence = useTaskSentence(words);
  const tasks = commonTasksOf(draft, (c) => isSecret(file, c));
  const errors = tried > 0 ? tasks.map((task) => ({ field: task.field, message: sentence(task) })) : [];
  const desk: EditorDesk = {
    ...{ words, files: [file], reliabilities, requiredKinds: [], suggested: {}, change },
    errorOf: (field) => errors.find((e) => e.field === field)?.message,
  };
  const release = async (): Promise<void> => {
    setTried((n) => n + 1);
    setTrouble(null);
    if (tasks.length > 0) return;
    if (!(await send())) return setTrouble(t("notSaved"));
    const asked = { findingId, fileId: file.id, draftVersion: base() };
    const answer = await props.release(asked).catch(() => null);
    if (answer?.ok && answer.value.kind === "done") return router.refresh();
    setTrouble(answer?.ok && answer.value.kind === "incomplete" ? t("incomplete") : t("failed"));
  };
  return (
    <EditorDeskProvider value={desk}>
      <div className="grid gap-x-10 gap-y-6 xl:grid-cols-[minmax(0,1fr)_17rem]">
        <aside className="flex flex-col gap-4 xl:sticky xl:top-5 xl:order-2 xl:self-start">
          <SaveLine state={state} onRetry={() => void send()} />
          <TaskPanel tasks={tasks} sentence={sentence} />
          <SpecialLetters old />
        </aside>
        <div className="min-w-0">
          <ErrorSummary errors={trouble ? [...errors, { message: trouble }] : errors} attempt={tried} />
          {state.kind === "stale" && (
            <StalePanel
              mine={draft}
              theirs={state.theirs}
              onChoose={(choice) => settle(choice, state.theirs, state.draftVersion)}
            />
          )}
          <ClaimList claims={draft.claims} common={[]} />
        </div>
      </div>
      <ConfirmBar statement={t("consequence")}>
        <Button onClick={() => void release()}>{t("release")}</Button>
      </ConfirmBar>
    </EditorDeskProvider>
  );
}
