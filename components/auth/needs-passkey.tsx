import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";

/** Where the rules want a passkey and the reader has none: how to come to one. */
export function NeedsPasskey() {
  const t = useTranslations("auth.passkey");
  return (
    <Notice tone="warn" title={t("needed.title")}>
      <p>{t("needed.text")}</p>
      <p className="mt-1.5">
        <Link href="/profile#passkeys">{t("needed.make")}</Link>
      </p>
    </Notice>
  );
}
