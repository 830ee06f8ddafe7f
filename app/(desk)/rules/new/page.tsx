import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ProposeForm } from "@/components/rules/propose-form";
import { WaitingRules } from "@/components/rules/waiting-rules";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { ownDesk } from "@/lib/accounts/act";
import { requireActor } from "@/lib/auth/actor";
import { readNewest } from "@/lib/rules/read";
import { refusalKey } from "@/lib/rules/sentences";
import { proposeRuleSet } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rules"))("new.title") };
}

export default async function NewRulesPage() {
  const actor = await requireActor("/rules/new");
  const { book, newest, today } = await readNewest(actor, ownDesk());
  const { may, waiting } = book;
  if (may.propose === "heldRole") notFound();
  const t = await getTranslations("rules");
  const { version } = newest;
  return (
    <>
      <PageHead title={t("new.title")} under={<p className="max-w-[72ch]">{t("new.lead", { version })}</p>} />
      {may.propose !== true && <Notice tone="warn" title={t(refusalKey(may.propose))} />}
      {waiting && <WaitingRules version={waiting} mine={may.confirm === true} />}
      {may.propose === true && (
        <ProposeForm action={proposeRuleSet} version={version} rules={newest.rules} today={today} />
      )}
    </>
  );
}
