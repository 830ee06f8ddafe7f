import { useFormatter, useTranslations } from "next-intl";

/** Until when the act in hand is due; nothing where no day is set. */
export function Due({ at }: { at: string | null }) {
  const t = useTranslations("sign");
  const format = useFormatter();
  return at && <>{t("due", { when: format.dateTime(new Date(at), "day") })}</>;
}
