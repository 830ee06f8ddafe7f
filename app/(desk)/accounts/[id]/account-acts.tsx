import { getLocale, getTranslations } from "next-intl/server";
import { AbsenceForm } from "@/components/accounts/absence-form";
import { AbsenceList } from "@/components/accounts/absence-list";
import { ActForm } from "@/components/accounts/act-form";
import { Disclosure } from "@/components/accounts/disclosure";
import { Proposals } from "@/components/accounts/proposals";
import { SecurityPanel } from "@/components/accounts/security-panel";
import { ownDesk } from "@/lib/accounts/act";
import { readBodies, readOffices } from "@/lib/accounts/read";
import type { AccountView } from "@/lib/accounts/view";
import type { SecurityView } from "@/lib/accounts/view-security";
import type { Actor } from "@/lib/law/actor";
import {
  disableAccount,
  endAccountSessions,
  proposeAppointment,
  proposeClearance,
  issueCode,
  proposeDelegation,
  proposeReset,
  recordAbsence,
} from "../actions";

type ActsProps = { actor: Actor; account: AccountView; security: SecurityView | null };

/** What the reader may do here; nothing at all for an auditor. */
export async function AccountActs({ actor, account, security }: ActsProps) {
  const { may, id: accountId } = account;
  const t = await getTranslations("accounts");
  const locale = await getLocale();
  const [bodies, offices] = await Promise.all([
    readBodies(actor, ownDesk(), locale),
    readOffices(actor, ownDesk(), locale),
  ]);
  return (
    <section className="mt-7 max-w-200">
      <AbsenceList absences={account.absences} />
      {may.administer && (
        <Proposals
          {...{ accountId, bodies, offices }}
          appoint={proposeAppointment}
          clear={proposeClearance}
          delegate={proposeDelegation}
        />
      )}
      {may.recordAbsence && (
        <Disclosure title={t("absence.title")}>
          <p className="mb-4 text-soft">{t("absence.lead")}</p>
          <AbsenceForm action={recordAbsence} accountId={accountId} />
        </Disclosure>
      )}
      {security && <SecurityPanel {...{ accountId, security }} propose={proposeReset} issue={issueCode} />}
      {may.administer && (
        <Disclosure title={t("access.title")}>
          <div className="flex flex-wrap items-start gap-2.5">
            <ActForm
              action={endAccountSessions}
              fields={{ accountId }}
              label={t("act.endSessions")}
              done={t("sessionsEnded")}
            />
            {may.disable && (
              <ActForm
                action={disableAccount}
                fields={{ accountId }}
                label={t("act.disable")}
                kind="danger"
              />
            )}
          </div>
        </Disclosure>
      )}
    </section>
  );
}
