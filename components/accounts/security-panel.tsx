import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { Time } from "@/components/ui/time";
import { refusalSentences } from "@/lib/accounts/sentences";
import type { SecurityView } from "@/lib/accounts/view-security";
import { ActForm } from "./act-form";
import { Disclosure } from "./disclosure";
import { OnceForm, type HandedOver } from "./once-form";
import { ProposeResetForm } from "./propose-reset-form";
import type { FormAct } from "./types";

type SecurityProps = {
  accountId: string;
  security: SecurityView;
  propose: FormAct<{ reset: string }>;
  confirm: FormAct<HandedOver>;
  withdraw: FormAct;
  issue: FormAct<HandedOver>;
};

/** With what somebody signs in and signs: a reset by two administrators, and the code for a first passkey. */
export function SecurityPanel({ accountId, security, propose, confirm, withdraw, issue }: SecurityProps) {
  const t = useTranslations("accounts.security");
  const why = useTranslations("accounts");
  const { keyed, coolingUntil, reset, code } = security;
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
          <p className="mt-2 wrap-anywhere">“{reset.reason}”</p>
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
      {security.propose === true && (
        <Disclosure title={t("reset.propose")}>
          <p className="mb-4 max-w-[62ch] text-soft">{t("reset.lead")}</p>
          <ProposeResetForm action={propose} accountId={accountId} />
        </Disclosure>
      )}
      {code !== "heldRole" && code !== "accountLive" && (
        <Disclosure title={t("code.title")}>
          <p className="mb-4 max-w-[62ch] text-soft">{t(keyed ? "code.has" : "code.lead")}</p>
          {code === true ? (
            <OnceForm action={issue} fields={{ accountId }} label={t("code.issue")} kind="ghost" />
          ) : (
            !keyed && <p className="text-small text-soft">{why(refusalSentences[code])}</p>
          )}
        </Disclosure>
      )}
    </>
  );
}
