import type { Metadata } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SignInForm } from "@/components/auth/sign-in-form";
import { currentActor } from "@/lib/auth/actor";
import { pathWithin } from "@/lib/auth/address";
import { csrfCookieName, readCsrfCookie, toCookieName } from "@/lib/auth/cookie";
import { signInErrors } from "@/lib/auth/options";

type Search = { to?: string; callbackUrl?: string; error?: string; left?: string; changed?: string };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("signIn.title") };
}

/** A plain form for next-auth's callback: it works before any script has loaded, and without. */
export default async function SignInPage({ searchParams }: { searchParams: Promise<Search> }) {
  const search = await searchParams;
  const jar = await cookies();
  // After too many tries next-auth comes back without the address, which its cookie still has.
  const to = pathWithin(search.callbackUrl ?? search.to ?? (search.error && jar.get(toCookieName)?.value));
  if (await currentActor()) redirect(to);
  const csrfToken = readCsrfCookie(jar.get(csrfCookieName())?.value);
  // A page cannot set the cookie that proves the form is ours; next-auth's address does and comes back.
  if (!csrfToken && !search.callbackUrl) redirect(`/api/auth/signin?callbackUrl=${encodeURIComponent(to)}`);
  const error = signInErrors.find((known) => known === search.error);
  return <SignInForm csrfToken={csrfToken} to={to} error={error} left={search.left === "1"} />;
}
