"use client";

import { useTranslations } from "next-intl";
import { RowsField } from "@/components/people/rows-field";
import { TextField } from "@/components/ui/text-field";
import { measures } from "@/lib/transfers/view";

export type TypedItem = Record<"fonds" | "inventories" | "title" | (typeof measures)[number], string>;
export const emptyItem: TypedItem = {
  ...{ fonds: "", inventories: "", title: "", files: "", sheets: "", materials: "" },
};
const isEmpty = (item: TypedItem): boolean => Object.values(item).every((text) => text.trim() === "");

type ItemFieldsProps = { initial: readonly TypedItem[]; error: (field: string) => string | undefined };

/** A row for each fonds, or for each part of one. */
export function ItemFields({ initial, error }: ItemFieldsProps) {
  const t = useTranslations("transfers.field");
  const widths = {
    ...{ fonds: "w-20", inventories: "w-28", title: "min-w-36 flex-1" },
    ...{ files: "w-22", sheets: "w-22", materials: "w-24" },
  };
  return (
    <RowsField
      name="items"
      legend={t("items")}
      hint={t("itemsHint")}
      add={t("addItem")}
      error={error("items")}
      initial={initial}
      empty={emptyItem}
      isEmpty={isEmpty}
    >
      {(row, change, index) =>
        (["fonds", "inventories", "title", ...measures] as const).map((field) => (
          <TextField
            key={field}
            name={`items.${index}.${field}`}
            label={t(field === "title" ? "fondsTitle" : field)}
            placeholder={field === "inventories" ? t("inventoriesHint") : undefined}
            value={row[field]}
            onChange={(event) => change({ [field]: event.target.value })}
            error={error(`items.${index}.${field}`)}
            inputMode={
              field === "files" || field === "sheets" || field === "materials" ? "numeric" : undefined
            }
            autoComplete="off"
            className={widths[field]}
          />
        ))
      }
    </RowsField>
  );
}
