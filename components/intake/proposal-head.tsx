import { useTranslations } from "next-intl";
import { PageHead } from "@/components/ui/page-head";
import { Time } from "@/components/ui/time";
import type { ProposalShown } from "@/lib/intake/view";
import { useAmounts } from "./amounts";

/** The file as it came: its name, what it is, when it was read, and the hash that the history keeps. */
export function ProposalHead({ proposal }: { proposal: ProposalShown }) {
  const t = useTranslations("intake");
  const amounts = useAmounts();
  const { fileName, kind, summary, createdAt, size, sha256 } = proposal;
  const part = summary?.part ?? null;
  const inside = part && [part.path, part.sheet].filter(Boolean).join(" / ");
  const what = [kind && t(`kind.${kind}`), summary?.title, amounts.size(size)];
  return (
    <PageHead
      title={fileName}
      under={
        <>
          <p>{what.filter(Boolean).join(" · ")}</p>
          {inside && <p className="wrap-anywhere">{t("part", { path: inside })}</p>}
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
