"use client";

import { useState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SpecialLetters } from "@/components/ui/special-letters";
import type { FindingWords } from "@/lib/findings/sentences";
import type { Draft } from "@/lib/findings/view";
import { isSecret, type CitableFile } from "@/lib/findings/view-cite";
import { tasksOf } from "@/lib/findings/view-tasks";
import { EarlierActFields, ExclusionFields, GroundFields } from "./checked-fields";
import { ClaimList } from "./claim-list";
import { CommonPart, type CommonShown } from "./common-part";
import { EditorDeskProvider, type EditorDesk } from "./editor-context";
import { OutcomeFields, type ChargeShown } from "./outcome-fields";
import { SaveLine } from "./save-line";
import { StalePanel } from "./stale-panel";
import { SubmitBar } from "./submit-bar";
import { TaskPanel, useTaskSentence } from "./task-panel";
import type { SaveDraft, SubmitDraft } from "./types";
import { useDraft } from "./use-draft";
import { useSubmit } from "./use-submit";

export type FindingEditorProps = {
  caseId: string;
  proceeding: { id: string; version: number };
  versionId: string;
  draft: Draft;
  draftVersion: number;
  savedAt: string;
  charges: ChargeShown[];
  files: CitableFile[];
  commons: CommonShown[];
  reliabilities: { code: string; name: string }[];
  requiredKinds: readonly string[];
  suggested: Partial<Record<string, string>>;
  words: FindingWords;
  save: SaveDraft;
  submit: SubmitDraft;
};

export function FindingEditor(props: FindingEditorProps) {
  const { files, commons, requiredKinds, reliabilities, suggested, words } = props;
  const { draft, state, change, settle, send, base } = useDraft(props);
  const [tried, setTried] = useState(0);
  const sentence = useTaskSentence(words);
  const common = commons.find((c) => c.versionId === draft.fields.commonVersionId)?.claims ?? [];
  const tasks = tasksOf(draft, {
    requiredKinds,
    common,
    isSecret: (c) => files.some((f) => f.id === c.fileId && isSecret(f, c)),
  });
  const errors = tried > 0 ? tasks.map((task) => ({ field: task.field, message: sentence(task) })) : [];
  const submission = useSubmit({ ...props, send, base, settled: state.kind === "saved" });
  const refused = submission.errors;
  const desk: EditorDesk = {
    ...{ words, files, reliabilities, requiredKinds, suggested, change },
    errorOf: (field) => [...errors, ...refused].find((e) => e.field === field)?.message,
  };
  const onSubmit = (): void => {
    setTried((n) => n + 1);
    if (tasks.length === 0) void submission.submit();
  };
  return (
    <EditorDeskProvider value={desk}>
      <div className="grid gap-x-10 gap-y-6 xl:grid-cols-[minmax(0,1fr)_17rem]">
        <aside className="flex flex-col gap-4 xl:sticky xl:top-5 xl:order-2 xl:max-h-[calc(100dvh-9rem)] xl:self-start xl:overflow-y-auto">
          <SaveLine state={state} onRetry={() => void send()} />
          <TaskPanel tasks={tasks} sentence={sentence} />
          <SpecialLetters old />
        </aside>
        <div className="min-w-0">
          <ErrorSummary errors={[...errors, ...refused]} attempt={tried} />
          {state.kind === "stale" && (
            <StalePanel
              mine={draft}
              theirs={state.theirs}
              onChoose={(choice) => settle(choice, state.theirs, state.draftVersion)}
            />
          )}
          <CommonPart commons={commons} chosen={draft.fields.commonVersionId} />
          <ClaimList claims={draft.claims} common={common} />
          <hr className="my-8 border-rule2" />
          <EarlierActFields fields={draft.fields} />
          <ExclusionFields fields={draft.fields} />
          <OutcomeFields draft={draft} charges={props.charges} />
          <GroundFields fields={draft.fields} />
        </div>
      </div>
      <SubmitBar tasks={tasks.length} busy={submission.busy} draft={draft} onSubmit={onSubmit} />
    </EditorDeskProvider>
  );
}
