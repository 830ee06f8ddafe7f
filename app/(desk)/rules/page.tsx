import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { CompareForm } from "@/components/rules/compare-form";
import { LawView } from "@/components/rules/law-view";
import { RuleSetView } from "@/components/rules/rule-set-view";
import { VersionTable } from "@/components/rules/version-table";
import { WaitingRules } from "@/components/rules/waiting-rules";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { ownDesk } from "@/lib/accounts/act";
import { requireActor } from "@/lib/auth/actor";
import { readRules } from "@/lib/rules/read";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rules"))("title") };
}

export default async function RulesPage() {
  const actor = await requireActor("/rules");
  const { versions, inForce, waiting, coming, may } = await readRules(actor, ownDesk());
  const [t, format] = await Promise.all([getTranslations("rules"), getFormatter()]);
  const when = (moment: string) => format.dateTime(new Date(moment), "date");
  return (
    <>
      <PageHead
        title={t("title")}
        under={<p className="max-w-[72ch]">{t("lead")}</p>}
        aside={may.propose === true && <ButtonLink href="/rules/new">{t("new.open")}</ButtonLink>}
      />
      {waiting && <WaitingRules version={waiting} mine={may.confirm === true} />}
      {coming.map(({ version, from }) => (
        <Notice key={version} title={t("comingNotice", { version, when: when(from) })} />
      ))}
      <p className="mb-4 text-soft">{t("version", { version: inForce.version, when: when(inForce.from) })}</p>
      {inForce.label === "default" && <Notice title={t("default")} />}
      <RuleSetView version={inForce} />
      <h2 className="title mt-12 mb-3">{t("versions")}</h2>
      <VersionTable versions={versions} />
      {versions.length > 1 && (
        <div className="mt-5">
          <CompareForm versions={versions} left={inForce.version} right={versions[0]!.version} />
        </div>
      )}
      <LawView />
    </>
  );
}
