import { useTranslations } from "next-intl";
import { PageHead } from "@/components/ui/page-head";
import { Time } from "@/components/ui/time";
import type { ProposalShown } from "@/lib/intake/view";

/** The file as it came: its name, what it is, when it was read, and the hash that the history keeps. */
export function ProposalHead({ proposal }: { proposal: ProposalShown }) {
  const t = useTranslations("intake");
  const { fileName, kind, summary, createdAt, sha256 } = proposal;
  const what = [t(`kind.${kind}`), summary.title].filter(Boolean).join(" · ");
  return (
    <PageHead
      title={fileName}
      under={
        <>
          <p>{what}</p>
          <p>
            {t("read")} <Time value={createdAt} format="moment" />
          </p>
          <p className="wrap-anywhere">
            {t("hash")} <code className="text-small">{sha256}</code>
          </p>
        </>
      }
    />
  );
}
