import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { NewAccountForm } from "@/components/accounts/new-account-form";
import { PageHead } from "@/components/ui/page-head";
import { requireActor } from "@/lib/auth/actor";
import { holds } from "@/lib/law/actor";
import { createAccount } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts"))("new.title") };
}

export default async function NewAccountPage() {
  if (!holds(await requireActor("/accounts/new"), "administrator")) notFound();
  const t = await getTranslations("accounts");
  return (
    <>
      <PageHead title={t("new.title")} under={t("new.lead")} />
      <NewAccountForm action={createAccount} />
    </>
  );
}
