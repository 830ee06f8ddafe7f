import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { ActRow, Panel } from "@/components/ui/panel";
import type { RuleVersion } from "@/lib/rules/view";

/** That a change waits, for everybody whom it would bind; its page has the difference and what can be done. */
export function WaitingRules({ version, mine }: { version: RuleVersion; mine: boolean }) {
  const t = useTranslations("rules");
  const name = version.proposedBy?.name ?? "";
  return (
    <Panel title={t("waiting.title")}>
      <p className="mt-2">
        {version.label}, {version.act}
      </p>
      <p className="mt-1 text-soft">{version.reason}</p>
      <ActRow note={t("proposedBy", { name })}>
        <ButtonLink kind={mine ? "primary" : "ghost"} href={`/rules/${version.version}`}>
          {t("waiting.read")}
        </ButtonLink>
      </ActRow>
    </Panel>
  );
}
