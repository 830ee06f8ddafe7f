import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { PageHead } from "@/components/ui/page-head";
import { named, reference, sheets, type CaseHead } from "@/lib/cases/view";
import { CaseStage } from "./case-stage";

/** Who it is about, what happened to them, and in which file it stands. */
export function CaseTitle({ head }: { head: CaseHead }) {
  const t = useTranslations("cases");
  const locale = useLocale();
  const file = head.files[0];
  const life = [
    head.birthText,
    head.birthPlace,
    head.organText ?? named(head.organ, locale),
    head.dateText,
  ].filter(Boolean);
  const all = file?.leaves ? sheets(file.foliation, [{ from: 0, to: file.leaves * 2 - 2 }], locale) : null;
  return (
    <PageHead
      title={head.name}
      under={
        <>
          <p>{life.join(" · ")}</p>
          {file && (
            <p>
              {[reference(file.reference, locale), all].filter(Boolean).join(locale === "en" ? ", " : ". ")}
            </p>
          )}
          {head.otherCases > 0 && (
            <p>
              <Link href={`/people/${head.personId}`}>{t("others", { count: head.otherCases })}</Link>
            </p>
          )}
        </>
      }
      aside={<CaseStage {...head} />}
    />
  );
}
