import type { Metadata } from "next";
import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import { KeysSwitch } from "@/components/accounts/keys-switch";
import { OfficeList } from "@/components/accounts/office-list";
import { SessionsTable } from "@/components/accounts/sessions-table";
import { Passkeys } from "@/components/auth/passkeys";
import { PasswordForm } from "@/components/auth/password-form";
import { SecondFactor } from "@/components/auth/second-factor";
import { LocaleSwitch } from "@/components/shell/locale-switch";
import { ThemeSwitch } from "@/components/shell/theme-switch";
import { DefinitionList } from "@/components/ui/definition-list";
import { PageHead } from "@/components/ui/page-head";
import { ownDesk } from "@/lib/accounts/act";
import { readOwnOffices } from "@/lib/accounts/read";
import { requireActor } from "@/lib/auth/actor";
import { coolingUntil, ownPasskeys } from "@/lib/auth/own-passkeys";
import { ownSecondFactor } from "@/lib/auth/second-factor";
import { ownSessions } from "@/lib/auth/session";
import { isTheme, keysCookie, themeCookie } from "@/lib/preferences";
import * as actions from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts"))("profile.title") };
}

export default async function ProfilePage() {
  const actor = await requireActor("/profile");
  const [t, auth, jar] = await Promise.all([
    getTranslations("accounts.profile"),
    getTranslations("auth"),
    cookies(),
  ]);
  const [sessions, offices, passkeys, factor] = await Promise.all([
    ownSessions(actor.accountId, new Date()),
    readOwnOffices(actor, ownDesk()),
    ownPasskeys(actor),
    ownSecondFactor(actor),
  ]);
  const theme = jar.get(themeCookie)?.value;
  return (
    <>
      <PageHead title={actor.name} under={actor.login} />
      <DefinitionList
        items={[
          { term: t("offices"), value: <OfficeList offices={offices} /> },
          { term: t("language"), value: <LocaleSwitch /> },
          { term: t("theme"), value: <ThemeSwitch current={isTheme(theme) ? theme : "auto"} /> },
          { term: t("keys"), value: <KeysSwitch on={jar.get(keysCookie)?.value !== "off"} /> },
        ]}
      />
      <h2 className="heading mt-9 mb-3">{t("sessions")}</h2>
      <SessionsTable
        sessions={sessions}
        own={actor.sessionId}
        end={actions.endSession}
        endOthers={actions.endOthers}
      />
      <Passkeys
        passkeys={passkeys.map(({ id, label, addedAt, usedAt }) => ({ id, label, addedAt, usedAt }))}
        coolingUntil={coolingUntil(actor)}
        remove={actions.endPasskey}
        start={actions.startPasskey}
        vouch={actions.vouch}
        keep={actions.keepPasskey}
      />
      <h2 className="heading mt-9 mb-3">{auth("factor.title")}</h2>
      <SecondFactor
        left={factor?.recoveryLeft ?? null}
        start={actions.startFactor}
        confirm={actions.confirmFactor}
        drop={actions.dropFactor}
      />
      <h2 className="heading mt-9 mb-3">{t("password")}</h2>
      <PasswordForm action={actions.changePassword} asksCurrent />
    </>
  );
}
