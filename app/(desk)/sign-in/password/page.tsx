import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PasswordForm } from "@/components/auth/password-form";
import { currentSession } from "@/lib/auth/actor";
import { choosePassword } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("password.first") };
}

/** The only page that is open to somebody whose password was chosen by somebody else. */
export default async function FirstPasswordPage() {
  const session = await currentSession();
  if (!session) redirect("/sign-in");
  if (!session.passwordTemporary) redirect("/");
  const t = await getTranslations("auth");
  return (
    <>
      <h1 className="title mb-2">{t("password.first")}</h1>
      <p className="mb-6 text-soft">{t("password.why")}</p>
      <PasswordForm action={choosePassword} asksCurrent={false} />
    </>
  );
}
