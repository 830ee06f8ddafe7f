"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import type { Result } from "@/lib/result";

type Answered = Result<unknown>;
type SignOutFormProps = { action: (previous: Answered | null, form: FormData) => Promise<Answered> };

/** The way out, for the foot of the rail. */
export function SignOutForm({ action }: SignOutFormProps) {
  const [, send] = useActionState(action, null);
  const t = useTranslations("auth");
  return (
    <form action={send}>
      <button className="min-h-7 font-semibold text-accent hover:underline">{t("signOut")}</button>
    </form>
  );
}
