import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CodeForm } from "@/components/auth/code-form";
import { SignOutForm } from "@/components/auth/sign-out-form";
import { currentSession } from "@/lib/auth/actor";
import { pathWithin } from "@/lib/auth/address";
import { hasPasskey } from "@/lib/auth/second-factor";
import { signOut } from "../actions";
import { passCode, prepareCode } from "./actions";

type Props = { searchParams: Promise<{ to?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("code.title") };
}

/** The only page that is open to somebody whose password was right and whose second factor is still to come. */
export default async function CodePage({ searchParams }: Props) {
  const to = pathWithin((await searchParams).to);
  const session = await currentSession();
  if (!session) redirect("/sign-in");
  if (!session.waits) redirect(to);
  const t = await getTranslations("auth.code");
  const keyed = await hasPasskey(session);
  return (
    <>
      <h1 className="title mb-2">{t("title")}</h1>
      <p className="mb-6 text-soft">{t("lead")}</p>
      <CodeForm to={to} action={passCode} prepare={keyed ? prepareCode : undefined} />
      <p className="mt-6 mb-2 text-small text-soft">{t("help")}</p>
      <SignOutForm action={signOut} />
    </>
  );
}
