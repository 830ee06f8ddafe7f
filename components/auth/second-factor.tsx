"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Answer, useFieldError } from "@/components/ui/answer";
import { CopyButton } from "@/components/ui/copy-button";
import { KeptForm } from "@/components/ui/kept-form";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { Result } from "@/lib/result";

type Act<V> = (previous: Result<V, never> | null, form: FormData) => Promise<Result<V, never>>;
type Enrolment = { secret: string; qr: string; size: number };
export type FactorActs = { start: Act<Enrolment>; confirm: Act<{ codes: string[] }>; drop: Act<null> };

/** Codes by the telephone's clock: set up, or there already with its recovery codes. */
export function SecondFactor({ left, start, confirm, drop }: FactorActs & { left: number | null }) {
  const t = useTranslations("auth.factor");
  const [begun, begin] = useActionState(start, null);
  if (left !== null) return <Held left={left} drop={drop} />;
  if (begun?.ok) return <Confirm enrolment={begun.value} confirm={confirm} />;
  return (
    <KeptForm action={begin} className="flex flex-col gap-4">
      <p className="max-w-[62ch] text-soft">{t("lead")}</p>
      <Answer result={begun} labels={{ password: t("password") }} idOf={() => "factor-password"} />
      <Password id="factor-password" result={begun} />
      <div>
        <SubmitButton kind="ghost">{t("start")}</SubmitButton>
      </div>
    </KeptForm>
  );
}

function Password({ id, result }: { id: string; result: Result<unknown, never> | null }) {
  const t = useTranslations("auth.factor");
  return (
    <TextField
      id={id}
      name="password"
      type="password"
      label={t("password")}
      autoComplete="current-password"
      inputClassName="max-w-80"
      error={useFieldError(result)("password")}
      required
    />
  );
}

function Code({ id, result, hint }: { id: string; result: Result<unknown, never> | null; hint: string }) {
  const t = useTranslations("auth.factor");
  return (
    <TextField
      id={id}
      name="code"
      label={t("code")}
      hint={hint}
      autoComplete="one-time-code"
      maxLength={40}
      inputClassName="max-w-52"
      error={useFieldError(result)("code")}
      required
    />
  );
}

function Confirm({ enrolment, confirm }: { enrolment: Enrolment; confirm: FactorActs["confirm"] }) {
  const t = useTranslations("auth.factor");
  const [result, send] = useActionState(confirm, null);
  const { secret, qr, size } = enrolment;
  if (result?.ok) return <RecoveryCodes codes={result.value.codes} />;
  return (
    <KeptForm action={send} className="flex flex-col gap-4">
      <p className="max-w-[62ch]">{t("scan")}</p>
      <svg
        viewBox={`0 0 ${size} ${size}`}
        role="img"
        aria-label={t("qr")}
        className="size-48 rounded-md bg-white p-1"
        shapeRendering="crispEdges"
      >
        <path d={qr} fill="#000" />
      </svg>
      <p className="flex flex-wrap items-center gap-2 text-small text-soft">
        {t("typed")} <code className="break-all text-ink">{secret}</code> <CopyButton text={secret} />
      </p>
      <Answer result={result} labels={{ code: t("code") }} idOf={() => "factor-code"} />
      <Code id="factor-code" result={result} hint={t("firstHint")} />
      <div>
        <SubmitButton>{t("confirm")}</SubmitButton>
      </div>
    </KeptForm>
  );
}

/** Shown once; the page does not know them any more when it is loaded again. */
function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  const t = useTranslations("auth.factor");
  return (
    <Notice tone="warn" live title={t("codes.title")}>
      <p>{t("codes.text")}</p>
      <ul className="my-3 grid max-w-120 grid-cols-2 gap-x-6 gap-y-1 max-sm:grid-cols-1">
        {codes.map((code) => (
          <li key={code}>
            <code className="text-[1.0625rem]">{code}</code>
          </li>
        ))}
      </ul>
      <CopyButton text={codes.join("\n")} />
    </Notice>
  );
}

function Held({ left, drop }: { left: number; drop: FactorActs["drop"] }) {
  const t = useTranslations("auth.factor");
  const [result, send] = useActionState(drop, null);
  return (
    <>
      <p className="mb-2">
        {t("there")} <span className="text-soft">{t("left", { count: left })}</span>
      </p>
      <details>
        <summary className="min-h-7 cursor-pointer font-semibold text-accent">{t("drop")}</summary>
        <KeptForm action={send} className="flex flex-col gap-4 pt-4">
          <Answer
            result={result}
            labels={{ password: t("password"), code: t("code") }}
            idOf={(field) => `drop-${field}`}
          />
          <Password id="drop-password" result={result} />
          <Code id="drop-code" result={result} hint={t("dropHint")} />
          <div>
            <SubmitButton kind="danger">{t("drop")}</SubmitButton>
          </div>
        </KeptForm>
      </details>
    </>
  );
}
