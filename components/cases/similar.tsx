import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Panel } from "@/components/ui/panel";
import type { SimilarCase } from "@/lib/cases/view";
import { SimilarForm, type AnswerDuplicate } from "./similar-form";

type SimilarProps = { caseId: string; similar: readonly SimilarCase[]; action: AnswerDuplicate };

/** Likely duplicates are shown and answered before a proceeding is opened. */
export function Similar({ caseId, similar, action }: SimilarProps) {
  const t = useTranslations("sign.duplicates");
  const locale = useLocale();
  if (similar.length === 0) return null;
  return (
    <Panel title={t("title")}>
      {similar.map((other) => (
        <div key={other.id} className="border-t border-rule py-3 first-of-type:border-0">
          <Link href={`/cases/${other.id}`} className="name text-ink">
            {other.name}
          </Link>
          <p className="mb-2 text-small text-soft">
            {[other.born, other.place, other.dateText, other.episode].filter(Boolean).join(" · ")}
          </p>
          <SimilarForm
            caseId={caseId}
            otherId={other.id}
            locale={locale}
            words={{ note: t("note"), other: t("other"), same: t("same") }}
            action={action}
          />
        </div>
      ))}
    </Panel>
  );
}
