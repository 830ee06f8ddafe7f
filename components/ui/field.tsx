import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** What every field has. The id is the name unless given, so that an error summary can link to it. */
export type FieldProps = {
  name: string;
  label: ReactNode;
  id?: string;
  hint?: ReactNode;
  error?: ReactNode;
  optional?: boolean;
  className?: string;
};

export const controlClass =
  "min-h-9 w-full rounded-md border bg-sheet px-3 py-1.5 text-body text-ink placeholder:text-faint " +
  "border-edge aria-invalid:border-danger aria-invalid:border-2 disabled:bg-paper disabled:text-soft " +
  "[&[readonly]]:bg-paper";

/** The attributes that tie a control to its hint and its error. */
export function fieldAttributes({
  id,
  name,
  hint,
  error,
}: Pick<FieldProps, "id" | "name" | "hint" | "error">) {
  const own = id ?? name;
  const described = clsx(hint != null && `${own}-hint`, error != null && `${own}-error`);
  return {
    id: own,
    name,
    "aria-describedby": described || undefined,
    "aria-invalid": error != null ? true : undefined,
  };
}

type FieldFrameProps = FieldProps & { children: ReactNode };

/** Label above, hint under it, the error between hint and control, a bar beside a field in error. */
export function FieldFrame({ children, label, optional, className, ...field }: FieldFrameProps) {
  const own = field.id ?? field.name;
  const t = useTranslations("ui");
  return (
    <div className={clsx("max-w-160", field.error != null && "border-l-4 border-danger pl-3", className)}>
      <label htmlFor={own} className="mb-1 block font-semibold">
        {label}
        {optional && <span className="ml-1.5 font-normal text-soft">{t("optional")}</span>}
      </label>
      <FieldWords {...field} />
      {children}
    </div>
  );
}

/** Hint and error, also under the legend of a group. */
export function FieldWords({ id, name, hint, error }: Pick<FieldProps, "id" | "name" | "hint" | "error">) {
  const own = id ?? name;
  const t = useTranslations("ui");
  return (
    <>
      {hint != null && (
        <p id={`${own}-hint`} className="mb-1.5 text-small text-soft">
          {hint}
        </p>
      )}
      {error != null && (
        <p id={`${own}-error`} className="mb-1.5 font-semibold text-danger">
          <span className="sr-only">{t("errorPrefix")} </span>
          {error}
        </p>
      )}
    </>
  );
}
