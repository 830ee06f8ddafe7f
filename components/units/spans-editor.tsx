"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState, useTransition, type RefObject } from "react";
import { useHotkeys } from "react-hotkeys-hook";
import { Answer } from "@/components/ui/answer";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { ActRow, Panel } from "@/components/ui/panel";
import { Spinner } from "@/components/ui/spinner";
import { TextField } from "@/components/ui/text-field";
import { parseFoliation, type Foliation } from "@/lib/archive/foliation";
import type { Voids } from "@/lib/units/view";
import { isAnswered, type FileSpan, type Half } from "@/lib/units/view-spans";
import type { Answered } from "./edit-form";
import { EditRefusalText } from "./edit-refusal";
import type { Option } from "./owners-form";
import { SheetProblem } from "./sheet-problem";
import { SpanAnswerFields } from "./span-answer-fields";
import { SpansTable } from "./spans-table";
import { useSpans, type SpansSent } from "./use-spans";
import { VoidsNotice } from "./voids-notice";

type SpansEditorProps = {
  fileId: string;
  version: number;
  foliation: string;
  spans: readonly FileSpan[];
  half: Half;
  /** Signatures cover the ranges as they are: whole ranges only. */
  fixed: boolean;
  owners: Option[];
  grades: Option[];
  voids: Voids;
  /** Where the work goes on once every range has both answers. */
  onward: string | null;
  save: (input: SpansSent) => Promise<Answered>;
};

const nothing: Foliation = { runs: [], leafCount: 0 };

/** Answers by the text of a range or by its row; saved as a whole, refused as a whole. */
export function SpansEditor({ foliation: text, ...props }: SpansEditorProps) {
  const { fileId, version, half, fixed, owners, grades, voids } = props;
  const read = parseFoliation(text);
  const foliation = read.ok ? read.value : nothing;
  const spans = useSpans({ foliation, spans: props.spans, half, fixed });
  const form = useRef<HTMLFormElement>(null);
  const [result, setResult] = useState<Answered | null>(null);
  const [saving, startSaving] = useTransition();
  const router = useRouter();
  const save = () => {
    const all = spans.pending ? spans.apply() : spans.now;
    if (!all) return;
    startSaving(async () => {
      const answer = await props.save({ fileId, version, told: voids.count, spans: spans.sent(all) });
      setResult(answer);
      if (!answer.ok) return;
      const { voided } = answer.value;
      if (props.onward && voided === 0 && all.every((span) => isAnswered(span.answer)))
        router.push(props.onward);
      else router.replace(`/files/${fileId}?tab=spans&saved=spans&voided=${voided}`, { scroll: false });
    });
  };
  const focusSheets = () => form.current?.querySelector<HTMLInputElement>("[name=sheets]")?.focus();
  useHotkeys("ctrl+enter, meta+enter", () => spans.apply() && focusSheets(), { enableOnFormTags: true });
  useHotkeys("ctrl+s, meta+s", save, {
    enableOnFormTags: true,
    preventDefault: true,
    enabled: spans.steps > 0 || spans.pending,
  });
  return (
    <>
      <VoidsNotice voids={half === "secrecy" ? voids : { count: 0, names: [] }} />
      <Answer result={result} labels={{}} refusal={(refusal) => <EditRefusalText refusal={refusal} />} />
      <SpansTable
        foliation={foliation}
        spans={spans.now}
        owners={owners}
        grades={grades}
        chosen={spans.chosen}
        choose={(_, index, name) => (
          <button
            type="button"
            className="min-h-6 text-left font-semibold text-accent underline decoration-1 underline-offset-3"
            aria-pressed={spans.chosen === index}
            onClick={() => {
              spans.choose(index);
              focusSheets();
            }}
          >
            {name}
          </button>
        )}
      />
      <AnswerPanel
        form={form}
        spans={spans}
        {...{ half, fixed, owners, grades }}
        applied={() => {
          if (spans.apply()) focusSheets();
        }}
      />
      <SaveBar
        steps={spans.steps}
        ready={spans.steps > 0 || spans.pending}
        saving={saving}
        save={save}
        undo={spans.undo}
      />
    </>
  );
}

type AnswerPanelProps = Pick<SpansEditorProps, "half" | "fixed" | "owners" | "grades"> & {
  form: RefObject<HTMLFormElement | null>;
  spans: ReturnType<typeof useSpans>;
  applied: () => void;
};

/** Which sheets, and the answer for them. */
function AnswerPanel({ form, spans, half, fixed, owners, grades, applied }: AnswerPanelProps) {
  const t = useTranslations("files.spans");
  return (
    <Panel title={t(half === "secrecy" ? "answerSecrecy" : "answerAccess")} className="mt-5">
      <form
        ref={form}
        className="mt-3 flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          applied();
        }}
      >
        <TextField
          name="sheets"
          label={t("which")}
          hint={t(fixed ? "whichFixed" : "whichHint")}
          error={spans.problem && <Wrong fixed={fixed} text={spans.sheets} problem={spans.problem} />}
          value={spans.sheets}
          onChange={(event) => spans.setSheets(event.target.value)}
          autoComplete="off"
          spellCheck={false}
          inputClassName="max-w-80"
        />
        <SpanAnswerFields
          half={half}
          answer={spans.answer}
          change={spans.setAnswer}
          owners={owners}
          grades={grades}
        />
        {spans.lacking && (
          <p role="alert" className="font-semibold text-danger">
            {t(`incomplete.${half}`)}
          </p>
        )}
        <ActRow note={<KeysNote />}>
          <Button type="submit" kind="ghost">
            {t("apply")}
          </Button>
        </ActRow>
      </form>
    </Panel>
  );
}

type SaveBarProps = { steps: number; ready: boolean; saving: boolean; save: () => void; undo: () => void };

function SaveBar({ steps, ready, saving, save, undo }: SaveBarProps) {
  const t = useTranslations("files.spans");
  return (
    <div className="flex flex-wrap items-center gap-2.5" role="status">
      <Button onClick={save} disabled={!ready || saving}>
        {saving && <Spinner />}
        {t("save")}
      </Button>
      {steps > 0 && (
        <Button kind="ghost" onClick={undo}>
          {t("undo")}
        </Button>
      )}
      <span className="text-small text-soft">{t("unsaved", { count: steps })}</span>
    </div>
  );
}

function Wrong({ fixed, ...rest }: { fixed: boolean } & Parameters<typeof SheetProblem>[0]) {
  const t = useTranslations("files.refusal");
  return fixed && rest.problem.kind === "rangeUnclear" ? t("rangesFixed") : <SheetProblem {...rest} />;
}

function KeysNote() {
  const t = useTranslations("files.spans");
  return (
    <span className="max-md:hidden">
      {t.rich("keys", { apply: () => <Kbd>Ctrl Enter</Kbd>, save: () => <Kbd>Ctrl S</Kbd> })}
    </span>
  );
}
