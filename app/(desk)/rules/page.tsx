import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Conditions, LawTable } from "@/components/rules/law-table";
import { RuleSetView } from "@/components/rules/rule-set-view";
import { WorksTable } from "@/components/rules/works-table";
import { PageHead } from "@/components/ui/page-head";
import { requireActor } from "@/lib/auth/actor";
import { readRules } from "@/lib/cases/read-rules";
import { law, signing, standing } from "@/lib/law/law";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rules"))("title") };
}

export default async function RulesPage() {
  const actor = await requireActor("/rules");
  const page = await readRules(actor);
  const t = await getTranslations("rules");
  return (
    <>
      <PageHead title={t("title")} under={<p className="max-w-[72ch]">{t("lead")}</p>} />
      <RuleSetView page={page} />
      <h2 className="title mt-12 mb-2">{t("law.title")}</h2>
      <p className="mb-5 max-w-[72ch] text-soft">{t("law.lead")}</p>
      {(["d", "r", "b"] as const).map((kind) => (
        <LawTable key={kind} caption={t(`law.${kind}`)} rows={law.filter((row) => row.in === kind)} />
      ))}
      <h3 className="heading mb-1">{t("standing.title")}</h3>
      <Conditions names={standing} />
      <h3 className="heading mt-5 mb-1">{t("signing.title")}</h3>
      <Conditions names={signing} />
      <div className="mt-8">
        <WorksTable />
      </div>
    </>
  );
}
