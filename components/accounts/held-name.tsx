import { useTranslations } from "next-intl";
import type { HeldView } from "@/lib/accounts/view";

/** A role, a clearance or a delegated role, and in which body. */
export function HeldName({ held }: { held: HeldView }) {
  const t = useTranslations("accounts");
  const role = useTranslations("shell.role");
  return (
    <>
      <span className="font-semibold">{held.role ? role(held.role) : t("clearance")}</span>
      <span className="block text-small text-soft">
        {held.body?.name ?? t("everyAgency")}
        {held.delegatedBy && <> · {t("insteadOf", { name: held.delegatedBy.name })}</>}
      </span>
    </>
  );
}
