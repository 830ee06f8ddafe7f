import { useLocale, useTranslations } from "next-intl";
import type { OwnOffice } from "@/lib/accounts/view";

export function OfficeList({ offices }: { offices: OwnOffice[] }) {
  const t = useTranslations("accounts");
  const role = useTranslations("shell.role");
  const locale = useLocale();
  if (offices.length === 0) return t("holdsNothing");
  return (
    <ul>
      {offices.map((office) => (
        <li key={`${office.role}:${office.names.kk}:${office.delegated}`}>
          {role(office.role)} <span className="text-soft">· {office.names[locale]}</span>
          {office.delegated && <span className="text-soft"> · {t("byDelegation")}</span>}
        </li>
      ))}
    </ul>
  );
}
