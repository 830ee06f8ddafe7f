import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { Time } from "@/components/ui/time";
import { refusalSentences } from "@/lib/accounts/sentences";
import type { SecurityView } from "@/lib/accounts/view-security";
import { ActForm } from "./act-form";
import { OnceForm, type HandedOver } from "./once-form";
import type { FormAct } from "./types";

type ResetProps = {
  accountId: string;
  security: SecurityView;
  confirm: FormAct<HandedOver>;
  withdraw: FormAct;
};

/** A reset that waits for the second administrator, or the days after one in which nothing is signed. */
export function ResetPanel({ accountId, security, confirm, withdraw }: ResetProps) {
  const t = useTranslations("accounts.security");
  const why = useTranslations("accounts");
  const { coolingUntil, reset } = security;
  return (
    <>
      {coolingUntil && (
        <Notice tone="warn" title={t("cooling.title")}>
          {t.rich("cooling.text", { when: () => <Time value={coolingUntil} format="moment" /> })}
        </Notice>
      )}
      {reset && (
        <Panel title={t("reset.waits")}>
          <p className="mt-2">
            {t.rich("reset.proposed", {
              name: reset.proposer,
              when: () => <Time value={reset.at} format="moment" />,
            })}
          </p>
          <p className="mt-2 wrap-anywhere">
            <q>{reset.reason}</q>
          </p>
          <p className="mt-2 text-small text-soft">{t("reset.what")}</p>
          {reset.confirm !== true && reset.confirm !== "heldRole" && (
            <p className="mt-2 text-small text-soft">{why(refusalSentences[reset.confirm])}</p>
          )}
          <div className="mt-3.5 flex flex-wrap items-start gap-2.5">
            {reset.confirm === true && (
              <OnceForm
                action={confirm}
                fields={{ accountId, reset: reset.id }}
                label={t("reset.confirm")}
                kind="primary"
              />
            )}
            {reset.withdraw === true && (
              <ActForm
                action={withdraw}
                fields={{ accountId, reset: reset.id }}
                label={why("act.withdraw")}
              />
            )}
          </div>
        </Panel>
      )}
    </>
  );
}
