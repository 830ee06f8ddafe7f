import { useTranslations } from "next-intl";

const questions = ["receipt", "power", "order", "dossier", "evidence"] as const;

/** What the auditor looks at, with boxes to tick and lines to write on. On paper: nothing of it is kept here. */
export function PaperChecks() {
  const t = useTranslations("audit.papers.check");
  return (
    <div className="mt-5 break-inside-avoid">
      <h3 className="heading mb-1">{t("title")}</h3>
      <ul>
        {questions.map((question) => (
          <li
            key={question}
            className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-b border-rule py-1.5"
          >
            <span className="min-w-0 flex-1 basis-72">{t(question)}</span>
            <span className="flex gap-4 text-small whitespace-nowrap">
              {(["yes", "no", "unclear"] as const).map((answer) => (
                <span key={answer} className="inline-flex items-center gap-1.5">
                  <span aria-hidden className="inline-block size-3.5 border border-edge" />
                  {t(answer)}
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
      <p className="mt-3 text-small text-soft">{t("notes")}</p>
      <div aria-hidden className="hidden print:block">
        <div className="h-8 border-b border-edge" />
        <div className="h-8 border-b border-edge" />
        <div className="h-8 border-b border-edge" />
      </div>
      <p className="mt-4 hidden justify-between gap-8 text-small print:flex">
        <span className="flex-1 border-b border-edge pb-1">{t("signed")}</span>
        <span className="basis-48 border-b border-edge pb-1">{t("date")}</span>
      </p>
    </div>
  );
}
