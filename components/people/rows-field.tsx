"use client";

import { useTranslations } from "next-intl";
import { useRef, useState, type ReactNode } from "react";
import { Button } from "@/components/ui/button";

type RowsFieldProps<R> = {
  name: string;
  legend: string;
  add: string;
  hint?: ReactNode;
  error?: ReactNode;
  initial: readonly R[];
  empty: R;
  /** A row that says nothing is not sent. */
  isEmpty: (row: R) => boolean;
  children: (row: R, change: (changed: Partial<R>) => void, index: number) => ReactNode;
};

/** Rows of a form that are added and taken away; sent as one list. */
export function RowsField<R extends object>(props: RowsFieldProps<R>) {
  const { name, legend, add, hint, error, initial, empty, isEmpty, children } = props;
  const t = useTranslations("register");
  const next = useRef(initial.length);
  const [rows, setRows] = useState(() => initial.map((row, key) => ({ key, row })));
  const box = useRef<HTMLFieldSetElement>(null);
  const change = (key: number, changed: Partial<R>) =>
    setRows((all) => all.map((one) => (one.key === key ? { key, row: { ...one.row, ...changed } } : one)));
  const addRow = () => {
    setRows([...rows, { key: next.current++, row: empty }]);
    requestAnimationFrame(() => {
      const last = [...(box.current?.querySelectorAll<HTMLElement>("[data-row]") ?? [])].at(-1);
      last?.querySelector<HTMLElement>("input:not([type=hidden]), select")?.focus();
    });
  };
  return (
    <fieldset ref={box} id={name} tabIndex={-1}>
      <legend className="mb-1 font-semibold">{legend}</legend>
      {hint != null && <p className="mb-1.5 text-small text-soft">{hint}</p>}
      {error != null && <p className="mb-1.5 font-semibold text-danger">{error}</p>}
      {rows.map(({ key, row }, index) => (
        <div
          key={key}
          data-row
          className="mb-3 flex max-w-200 flex-wrap items-end gap-x-4 gap-y-2 border-b border-rule pb-3"
        >
          {children(row, (changed) => change(key, changed), index)}
          <Button
            kind="quiet"
            aria-label={t("removeRow", { list: legend, number: index + 1 })}
            onClick={() => setRows(rows.filter((one) => one.key !== key))}
          >
            <span aria-hidden>×</span>
          </Button>
        </div>
      ))}
      <Button kind="ghost" className="min-h-8 py-1 text-small" onClick={addRow}>
        + {add}
      </Button>
      <input
        type="hidden"
        name={name}
        value={JSON.stringify(rows.map(({ row }) => row).filter((row) => !isEmpty(row)))}
      />
    </fieldset>
  );
}
