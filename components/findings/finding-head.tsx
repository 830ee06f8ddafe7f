import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { Time } from "@/components/ui/time";
import type { Editing } from "@/lib/findings/view-editor";
import { printCitation } from "@/lib/findings/view-cite";

/** Whose finding it is, from which files, until when; and why it came back, if it did. */
export function FindingHead({ editing }: { editing: Editing }) {
  const { episode, files, proceeding, newest, returned } = editing.study;
  const t = useTranslations("findings");
  const locale = useLocale();
  return (
    <>
      <PageHead
        title={episode.name}
        under={
          <>
            <span>{t("title")}</span>
            {newest && <span> · {t("version", { number: newest.number })}</span>}
            {files.map((file) => (
              <span key={file.id} className="block">
                {printCitation(file, null, locale)}
              </span>
            ))}
          </>
        }
        aside={
          <>
            {proceeding?.due && (
              <span className="text-small text-soft">
                {t("due")} <Time value={proceeding.due} />
              </span>
            )}
            <Link href={`/cases/${episode.caseId}`}>{t("toCase")}</Link>
          </>
        }
      />
      {returned && editing.writable && (
        <Notice tone="warn" title={t("returned", { name: returned.by })}>
          <p>{returned.text}</p>
          {returned.missing && <p>{t("missing", { text: returned.missing })}</p>}
        </Notice>
      )}
    </>
  );
}
