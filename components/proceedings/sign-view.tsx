import { useLocale, useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";
import { CopyButton } from "@/components/ui/copy-button";
import type { SignPage } from "@/lib/cases/view-sign";
import { followsOf } from "@/lib/cases/view-follows";
import type { ActDone, FormAction } from "@/lib/cases/view-told";
import type { Office } from "@/lib/law/actor";
import type { PreparePasskey } from "@/components/auth/touch-passkey";
import { ChangedSince } from "./changed-since";
import { useChoices } from "./choices";
import { SignForm } from "./sign-form";

type SignViewProps = {
  page: SignPage;
  offices: readonly Office[];
  stampKey: string;
  action: FormAction<ActDone>;
  prepare?: PreparePasskey;
};

/** The statement in words, what changed, what follows, and then the passkey or the password. */
export function SignView({ page, offices, stampKey, action, prepare }: SignViewProps) {
  const { act, outcome, subject, standing, changes, statement, presiding } = page;
  const t = useTranslations("sign");
  const law = useTranslations("law");
  const locale = useLocale();
  const proceeding = subject.proceeding!;
  const stamp = {
    proceeding: proceeding.id,
    act,
    version: String(proceeding.version),
    dossierHash: proceeding.dossierHash ?? "",
    key: stampKey,
    locale,
    ...(outcome && { outcome }),
  };
  const follows = followsOf(act, subject, outcome, standing.rules, presiding);
  return (
    <>
      <Panel title={t("statement")}>
        <p className="statement whitespace-pre-line wrap-anywhere">{statement}</p>
      </Panel>
      <section className="mb-6">
        <h2 className="label mb-1.5">{t("looked")}</h2>
        <p>
          <ChangedSince seen={proceeding.seenBefore} changes={changes} />
        </p>
      </section>
      <section className="mb-6">
        <h2 className="label mb-1.5">{t("consequences")}</h2>
        <ul className="flex list-disc flex-col gap-1 pl-5">
          {follows.map(({ key, step }) => (
            <li key={key}>{t(key, { step: step ? law(`step.${step}`) : "" })}</li>
          ))}
        </ul>
      </section>
      {proceeding.dossierHash && (
        <section className="mb-6">
          <h2 className="label mb-1.5">{t("dossier")}</h2>
          <p className="flex flex-wrap items-center gap-2 text-small text-soft">
            <code className="break-all">{proceeding.dossierHash}</code>
            <CopyButton text={proceeding.dossierHash} />
            <span className="w-full">{t("hashHint")}</span>
          </p>
        </section>
      )}
      <Panel>
        <SignForm
          spec={{ fields: page.fields, choices: useChoices(subject, offices), stamp }}
          label={law(`act.${outcome === "refused" ? "refuse" : act}`)}
          home={page.home}
          answersFor={t(prepare ? "passkey" : "password")}
          action={action}
          prepare={prepare}
        />
      </Panel>
    </>
  );
}
