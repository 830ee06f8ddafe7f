import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { AccountHistory } from "@/components/accounts/account-history";
import { HeldTable } from "@/components/accounts/held-table";
import { ResetPanel } from "@/components/accounts/reset-panel";
import { WaitingPanel } from "@/components/accounts/waiting-panel";
import { PageHead } from "@/components/ui/page-head";
import { Tag } from "@/components/ui/tag";
import { ownDesk } from "@/lib/accounts/act";
import { readAccount } from "@/lib/accounts/read";
import { readSecurity } from "@/lib/accounts/read-security";
import { oneAccount } from "@/lib/accounts/schema";
import { requireActor } from "@/lib/auth/actor";
import { confirmGrant, confirmReset, endGrant, withdrawReset } from "../actions";
import { AccountActs } from "./account-acts";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts"))("one") };
}

export default async function AccountPage({ params }: Props) {
  const wanted = oneAccount.safeParse({ accountId: (await params).id });
  const actor = await requireActor(wanted.success ? `/accounts/${wanted.data.accountId}` : "/accounts");
  if (!wanted.success) notFound();
  const account = await readAccount(actor, ownDesk(), wanted.data.accountId, await getLocale());
  if (!account) notFound();
  const [t, security] = await Promise.all([
    getTranslations("accounts"),
    readSecurity(actor, ownDesk(), account),
  ]);
  const waiting = account.held.filter((one) => one.standing === "waiting");
  const held = account.held.filter((one) => one.standing !== "waiting");
  return (
    <>
      <PageHead
        title={account.name}
        under={account.login}
        aside={
          <>
            {account.disabled && <Tag tone="danger">{t("state.disabled")}</Tag>}
            {account.passwordTemporary && <Tag tone="warn">{t("state.temporary")}</Tag>}
            <span className="text-small text-soft">{t("sessions", { count: account.sessions })}</span>
          </>
        }
      />
      {waiting.map((one) => (
        <WaitingPanel key={one.id} held={one} confirm={confirmGrant} end={endGrant} />
      ))}
      {security && (
        <ResetPanel
          {...{ accountId: account.id, security }}
          confirm={confirmReset}
          withdraw={withdrawReset}
        />
      )}
      <h2 className="heading mb-2">{t("holds")}</h2>
      {held.length > 0 ? (
        <HeldTable caption={t("holds")} held={held} end={endGrant} />
      ) : (
        <p className="text-soft">{t("holdsNothing")}</p>
      )}
      <AccountActs {...{ actor, account, security }} />
      <h2 className="heading mt-9 mb-3">{t("history")}</h2>
      <AccountHistory events={account.events} held={account.held} />
    </>
  );
}
