"use client";

import { useTranslations } from "next-intl";
import { useState, type ComponentProps } from "react";
import { buttonClass } from "./button";

/** The browser's own control for a file speaks the browser's language; this one speaks the page's. */
export function FilePicker(field: ComponentProps<"input">) {
  const [chosen, setChosen] = useState("");
  const t = useTranslations("ui.file");
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <input
        type="file"
        onChange={(event) => setChosen(event.target.files?.[0]?.name ?? "")}
        {...field}
        className="peer sr-only"
      />
      <label
        htmlFor={field.id}
        className={buttonClass(
          "ghost",
          "cursor-pointer peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2",
        )}
      >
        {t("pick")}
      </label>
      <span className="wrap-anywhere text-soft">{chosen || t("nothing")}</span>
    </div>
  );
}
