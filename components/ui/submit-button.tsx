"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormStatus } from "react-dom";
import { buttonClass, type ButtonKind } from "./button";
import { Spinner } from "./spinner";

type SubmitButtonProps = {
  children: ReactNode;
  kind?: ButtonKind;
  className?: string;
  id?: string;
  name?: string;
  value?: string;
  /** The id of its form, where it stands outside of it. */
  form?: string;
  disabled?: boolean;
  /** Where the form is not sent by an action of its own and so has no status. */
  pending?: boolean;
  formAction?: (data: FormData) => void | Promise<void>;
  /** Told which of several buttons is pressed, before the form goes. */
  beforeSend?: () => void;
};

/** Sends its form once: while the answer is under way it says so and takes no second press. */
export function SubmitButton({
  children,
  kind,
  className,
  disabled,
  pending: sent,
  beforeSend,
  ...rest
}: SubmitButtonProps) {
  const status = useFormStatus();
  const pending = sent ?? status.pending;
  const t = useTranslations("ui");
  return (
    <button
      type="submit"
      className={buttonClass(kind, className)}
      aria-disabled={pending || undefined}
      disabled={disabled}
      onClick={(event) => (pending ? event.preventDefault() : beforeSend?.())}
      {...rest}
    >
      {pending && <Spinner />}
      {children}
      <span role="status" className="sr-only">
        {pending ? t("sending") : ""}
      </span>
    </button>
  );
}
