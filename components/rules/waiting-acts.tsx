import { useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";
import { refusalKey } from "@/lib/rules/sentences";
import type { RuleBook, RuleVersion } from "@/lib/rules/view";
import { ConfirmForm, WithdrawForm } from "./confirm-forms";
import type { RuleAction } from "./rule-answer";

type WaitingActsProps = {
  version: RuleVersion;
  may: RuleBook["may"];
  confirm: RuleAction;
  withdraw: RuleAction;
};

/** Under the difference: what the law lets this reader do with it, or who has to. */
export function WaitingActs({ version, may, confirm, withdraw }: WaitingActsProps) {
  const t = useTranslations("rules");
  const cannot = may.confirm === true || may.confirm === "heldRole" ? null : t(refusalKey(may.confirm));
  return (
    <div className="mt-8">
      <Panel title={t("waiting.title")}>
        <p className="mt-1 text-soft">{cannot ?? t("waiting.asks")}</p>
        {may.confirm === true && <ConfirmForm action={confirm} version={version.version} />}
        {may.withdraw === true && (
          <div className="mt-5">
            <WithdrawForm action={withdraw} version={version.version} />
          </div>
        )}
      </Panel>
    </div>
  );
}
