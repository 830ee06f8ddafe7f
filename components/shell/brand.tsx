import { Link } from "@/components/ui/link";
import { useTranslations } from "next-intl";

export function Brand({
  href,
  small,
}: {
  href: string;
  /** without the line under the name */ small?: boolean;
}) {
  const t = useTranslations("common");
  return (
    <Link href={href} className="block text-ink no-underline">
      <span className="font-serif text-[1.3125rem] leading-none font-semibold tracking-[0.01em]">
        {t("product")}
      </span>
      {!small && (
        <span className="mt-1.5 block text-[0.71875rem] leading-[1.35] text-faint">{t("commission")}</span>
      )}
    </Link>
  );
}
