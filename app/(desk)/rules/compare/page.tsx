import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CompareForm } from "@/components/rules/compare-form";
import { Comparison } from "@/components/rules/comparison";
import { PageHead } from "@/components/ui/page-head";
import { ownDesk } from "@/lib/accounts/act";
import { requireActor } from "@/lib/auth/actor";
import { compareRules } from "@/lib/law/rule-set";
import { readRules } from "@/lib/rules/read";
import type { RuleVersion } from "@/lib/rules/view";

type Props = { searchParams: Promise<{ left?: string; right?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rules"))("compare.title") };
}

export default async function CompareRulesPage({ searchParams }: Props) {
  const actor = await requireActor("/rules/compare");
  const [{ versions, inForce }, asked] = await Promise.all([readRules(actor, ownDesk()), searchParams]);
  const named = (text: string | undefined, other: RuleVersion) =>
    versions.find(({ version }) => String(version) === text) ?? other;
  const [left, right] = [named(asked.left, inForce), named(asked.right, versions[0]!)];
  const lines = compareRules(left.rules, right.rules);
  const count = lines.filter((line) => line.changed).length;
  const t = await getTranslations("rules");
  const name = ({ version, state }: RuleVersion) =>
    `${t("versionName", { version })} · ${t(`state.${state}`)}`;
  return (
    <>
      <PageHead title={t("compare.title")} />
      <CompareForm versions={versions} left={left.version} right={right.version} />
      <p className="mt-6 mb-2 font-semibold">
        {count > 0 ? t("compare.count", { count }) : t("compare.same")}
      </p>
      <Comparison caption={t("compare.title")} lines={lines} before={name(left)} after={name(right)} />
    </>
  );
}
