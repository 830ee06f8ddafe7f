import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { Time } from "@/components/ui/time";
import type { AccountView } from "@/lib/accounts/view";

export function AbsenceList({ absences }: Pick<AccountView, "absences">) {
  const t = useTranslations("accounts.absence");
  return absences.map((one) => (
    <Notice key={`${one.from}:${one.to}`} tone="info" title={t("away")}>
      <Time value={one.from} /> – <Time value={one.to} />, {one.reason}
    </Notice>
  ));
}
