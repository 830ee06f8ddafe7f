import { clsx } from "clsx";
import type { ComponentProps, ReactNode } from "react";
import { controlClass, FieldFrame, fieldAttributes, FieldWords, type FieldProps } from "./field";

export type Choice = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean };

type SelectFieldProps = FieldProps &
  Omit<ComponentProps<"select">, keyof FieldProps> & {
    choices: (Choice & { label: string })[];
    empty?: string;
  };

/** The platform's own list: it speaks, it types ahead and it works everywhere. */
export function SelectField(props: SelectFieldProps) {
  const { name, label, id, hint, error, optional, className, choices, empty, required, ...select } = props;
  return (
    <FieldFrame {...{ name, label, id, hint, error, optional, className }}>
      <select
        {...select}
        {...fieldAttributes({ id, name, hint, error })}
        aria-required={required || undefined}
        className={clsx(controlClass, "pr-8")}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} disabled={choice.disabled}>
            {choice.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

type CheckboxProps = Omit<FieldProps, "optional"> & Omit<ComponentProps<"input">, keyof FieldProps>;

export function CheckboxField({ name, label, id, hint, error, className, ...input }: CheckboxProps) {
  const attributes = fieldAttributes({ id, name, hint, error });
  return (
    <div className={clsx("max-w-160", error != null && "border-l-4 border-danger pl-3", className)}>
      <label className="flex min-h-7 items-start gap-2.5">
        <input type="checkbox" {...input} {...attributes} className="mt-0.5 size-5 shrink-0 accent-accent" />
        <span>{label}</span>
      </label>
      <div className="pl-7.5">
        <FieldWords {...{ id, name, hint, error }} />
      </div>
    </div>
  );
}

type RadioGroupProps = FieldProps & {
  choices: Choice[];
  value?: string;
  defaultValue?: string;
  onChange?: (value: string) => void;
  /** Side by side where there is room. */
  inline?: boolean;
};

export function RadioGroup(props: RadioGroupProps) {
  const { name, label, id, hint, error, className, choices, value, defaultValue, onChange, inline } = props;
  const own = id ?? name;
  const described = fieldAttributes({ id, name, hint, error })["aria-describedby"];
  return (
    <fieldset
      className={clsx("max-w-160", error != null && "border-l-4 border-danger pl-3", className)}
      aria-describedby={described}
    >
      <legend className="mb-1 font-semibold">{label}</legend>
      <FieldWords {...{ id, name, hint, error }} />
      <div className={clsx("flex gap-x-6 gap-y-1.5", inline ? "flex-wrap" : "flex-col")}>
        {choices.map((choice, index) => (
          <label key={choice.value} className="flex min-h-7 items-start gap-2.5">
            <input
              type="radio"
              id={index === 0 ? own : `${own}-${choice.value}`}
              name={name}
              value={choice.value}
              disabled={choice.disabled}
              checked={value === undefined ? undefined : value === choice.value}
              defaultChecked={value === undefined ? defaultValue === choice.value : undefined}
              onChange={onChange && (() => onChange(choice.value))}
              className="mt-0.5 size-5 shrink-0 accent-accent"
            />
            <span>
              {choice.label}
              {choice.hint != null && <span className="block text-small text-soft">{choice.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
