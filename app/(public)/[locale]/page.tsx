import { Link } from "@/components/ui/link";
import { useTranslations } from "next-intl";
import { notFound } from "next/navigation";
import { showsSample } from "@/components/shell/sample";
import { Notice } from "@/components/ui/notice";
import { StageMark } from "@/components/ui/stage-mark";
import { isLocale } from "@/lib/i18n/locales";

const stages = ["archived", "declassified", "rehabilitated"] as const;

type Props = { params: Promise<{ locale: string }> };

export default async function PublicPage({ params }: Props) {
  // Whatever else stands there is no language, and nothing of ours.
  if (!isLocale((await params).locale)) notFound();
  return <Opening />;
}

function Opening() {
  const t = useTranslations("public");
  const common = useTranslations("common");
  return (
    <>
      <h1 className="title mb-5 sm:text-[2.75rem]!">{t("title")}</h1>
      <p className="statement mb-8 max-w-[62ch]">{t("lead")}</p>
      {showsSample() && (
        <Notice title={t("sampleTitle")} className="max-w-[62ch]">
          {common("sampleData")}
        </Notice>
      )}
      <h2 className="heading mt-10 mb-3">{t("stages")}</h2>
      <ol className="mb-10 border-t border-rule2">
        {stages.map((stage) => (
          <li
            key={stage}
            className="grid gap-x-7.5 gap-y-1 border-b border-rule py-4 sm:grid-cols-[13rem_1fr]"
          >
            <StageMark stage={stage}>{t(stage)}</StageMark>
            <p className="text-soft">{t(`${stage}Text`)}</p>
          </li>
        ))}
      </ol>
      <p>
        {t("signInText")} <Link href="/sign-in">{t("signIn")}</Link>
      </p>
    </>
  );
}
