import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Comparison } from "@/components/rules/comparison";
import { RuleSetView } from "@/components/rules/rule-set-view";
import { StateTag } from "@/components/rules/state-tag";
import { VersionFacts, VersionLabel } from "@/components/rules/version-parts";
import { WaitingActs } from "@/components/rules/waiting-acts";
import { PageHead } from "@/components/ui/page-head";
import { ownDesk } from "@/lib/accounts/act";
import { requireActor } from "@/lib/auth/actor";
import { compareRules } from "@/lib/law/rule-set";
import { readRuleSet } from "@/lib/rules/read";
import { oneVersion } from "@/lib/rules/schema";
import { confirmRuleSet, withdrawRuleSet } from "../actions";

type Props = { params: Promise<{ version: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { version } = await params;
  return { title: (await getTranslations("rules"))("versionName", { version }) };
}

export default async function RuleSetPage({ params }: Props) {
  const wanted = oneVersion.safeParse(await params);
  const actor = await requireActor(wanted.success ? `/rules/${wanted.data.version}` : "/rules");
  const page = wanted.success ? await readRuleSet(actor, ownDesk(), wanted.data.version) : null;
  if (!page) notFound();
  const { version, before, book } = page;
  const t = await getTranslations("rules");
  const lines = before && compareRules(before.rules, version.rules);
  const count = lines?.filter((line) => line.changed).length ?? 0;
  return (
    <>
      <PageHead
        title={t("versionName", { version: version.version })}
        under={<VersionLabel version={version} />}
        aside={<StateTag state={version.state} />}
      />
      <VersionFacts version={version} />
      {before && lines ? (
        <>
          <h2 className="heading mt-9 mb-1">{t("compare.before", { version: before.version })}</h2>
          <p className="mb-2 text-soft">{count > 0 ? t("compare.count", { count }) : t("compare.same")}</p>
          <Comparison
            caption={t("compare.title")}
            lines={lines}
            before={t("versionName", { version: before.version })}
            after={t("versionName", { version: version.version })}
          />
        </>
      ) : (
        <div className="mt-7">
          <RuleSetView version={version} />
        </div>
      )}
      {version.state === "waiting" && (
        <WaitingActs version={version} may={book.may} confirm={confirmRuleSet} withdraw={withdrawRuleSet} />
      )}
    </>
  );
}
