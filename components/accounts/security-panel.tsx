import { useTranslations } from "next-intl";
import { refusalSentences } from "@/lib/accounts/sentences";
import type { SecurityView } from "@/lib/accounts/view-security";
import { Disclosure } from "./disclosure";
import { OnceForm, type HandedOver } from "./once-form";
import { ProposeResetForm } from "./propose-reset-form";
import type { FormAct } from "./types";

type SecurityProps = {
  accountId: string;
  security: SecurityView;
  propose: FormAct<{ reset: string }>;
  issue: FormAct<HandedOver>;
};

/** What an administrator may begin for somebody who lost what they sign with: a reset, or the first code. */
export function SecurityPanel({ accountId, security, propose, issue }: SecurityProps) {
  const t = useTranslations("accounts.security");
  const why = useTranslations("accounts");
  const { keyed, code } = security;
  return (
    <>
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
