"use client";

import { useTranslations } from "next-intl";
import type { EditRefusal } from "@/lib/units/view";

/** Why an edit was not made, and what there is now where somebody else was first. */
export function EditRefusalText({ refusal }: { refusal: EditRefusal }) {
  const t = useTranslations("files");
  const law = useTranslations("law.condition");
  const label = (what: string): string => (t.has(`field.${what}`) ? t(`field.${what}`) : what);
  if ("now" in refusal) {
    return (
      <>
        {t("refusal.stale")}
        <ul className="mt-1.5 list-disc pl-5">
          {refusal.now.map(({ what, value }) => (
            <li key={what}>
              {label(what)}: <b>{value || t("nothing")}</b>
            </li>
          ))}
        </ul>
      </>
    );
  }
  if ("voids" in refusal) {
    return t("refusal.voids", { count: refusal.voids.count, names: refusal.voids.names.join(", ") });
  }
  if ("sheets" in refusal) return t("refusal.sheetsInUse", { sheets: refusal.sheets.join(", ") });
  if ("text" in refusal) return t(`refusal.${refusal.condition}`, { text: refusal.text });
  return law.has(refusal.condition) ? law(refusal.condition) : t(`refusal.${refusal.condition}`);
}
