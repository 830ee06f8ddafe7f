import { clsx } from "clsx";
import type { ComponentProps } from "react";
import { controlClass, FieldFrame, fieldAttributes, type FieldProps } from "./field";

type TextFieldProps = FieldProps &
  Omit<ComponentProps<"input">, keyof FieldProps> & { inputClassName?: string };

/** One line. `required` is announced, and left to the server to insist on in the reader's language. */
export function TextField(props: TextFieldProps) {
  const { name, label, id, hint, error, optional, className, inputClassName, required, ...input } = props;
  return (
    <FieldFrame {...{ name, label, id, hint, error, optional, className }}>
      <input
        type="text"
        {...input}
        {...fieldAttributes({ id, name, hint, error })}
        aria-required={required || undefined}
        className={clsx(controlClass, inputClassName)}
      />
    </FieldFrame>
  );
}

type TextAreaFieldProps = FieldProps &
  Omit<ComponentProps<"textarea">, keyof FieldProps> & { inputClassName?: string };

export function TextAreaField(props: TextAreaFieldProps) {
  const { name, label, id, hint, error, optional, className, inputClassName, required, ...input } = props;
  return (
    <FieldFrame {...{ name, label, id, hint, error, optional, className }}>
      <textarea
        rows={4}
        {...input}
        {...fieldAttributes({ id, name, hint, error })}
        aria-required={required || undefined}
        className={clsx(controlClass, "field-sizing-content", inputClassName)}
      />
    </FieldFrame>
  );
}

/**
 * A date as the source writes it ("сентябрь 1937", "ок. 1890"): free text, never a calendar, which would
 * make people invent a day.
 */
export function DateField(props: TextFieldProps) {
  return <TextField autoComplete="off" spellCheck={false} inputClassName="max-w-64" {...props} />;
}
