"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { buttonClass } from "@/components/ui/button";
import type { Result } from "@/lib/result";

type Answered = Result<unknown>;
type SignOutFormProps = { action: (previous: Answered | null, form: FormData) => Promise<Answered> };

/** The way out, for the foot of the rail. */
export function SignOutForm({ action }: SignOutFormProps) {
  const [, send] = useActionState(action, null);
  const t = useTranslations("auth");
  return (
    <form action={send} className="-ml-2.5">
      <button className={buttonClass("quiet", "min-h-7 py-0.5 text-small")}>{t("signOut")}</button>
    </form>
  );
}
