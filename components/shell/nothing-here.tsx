import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";

/** The same words for what does not exist and for what this person may not see. */
export function NothingHere({ home }: { home: string }) {
  const t = useTranslations("common.notFound");
  return (
    <>
      <PageHead title={t("title")} />
      <p className="mb-5 max-w-[62ch]">{t("text")}</p>
      <ButtonLink href={home}>{t("home")}</ButtonLink>
    </>
  );
}
