import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { AccountsTable } from "@/components/accounts/accounts-table";
import { ButtonLink } from "@/components/ui/button";
import { Chips } from "@/components/ui/chips";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { ownDesk } from "@/lib/accounts/act";
import { readAccounts } from "@/lib/accounts/read";
import type { AccountSummary } from "@/lib/accounts/view";
import { requireActor } from "@/lib/auth/actor";
import { holds } from "@/lib/law/actor";
import { roles, type Role } from "@/lib/law/words";

type Search = { state?: string; role?: string };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts"))("title") };
}

export default async function AccountsPage({ searchParams }: { searchParams: Promise<Search> }) {
  const actor = await requireActor("/accounts");
  const accounts = await readAccounts(actor, ownDesk(), await getLocale());
  if (!accounts) notFound();
  const t = await getTranslations("accounts");
  const name = await getTranslations("shell.role");
  const wanted = await searchParams;
  const shown = accounts.filter((account) => fits(account, wanted));
  const chip = (key: "state" | "role", value: string, label: string, count: number) => {
    const on = wanted[key] === value;
    const query = new URLSearchParams({ ...wanted, [key]: value });
    if (on) query.delete(key);
    return { label, count, on, href: `/accounts?${query}` };
  };
  const counted = (test: Search) => accounts.filter((account) => fits(account, test)).length;
  const held = roles.filter((role: Role) => counted({ role }) > 0);
  return (
    <>
      <PageHead
        title={t("title")}
        aside={
          holds(actor, "administrator") && <ButtonLink href="/accounts/new">{t("new.title")}</ButtonLink>
        }
      />
      <Chips
        label={t("filters")}
        items={[
          chip("state", "waiting", t("state.waiting"), counted({ state: "waiting" })),
          chip("state", "disabled", t("state.disabled"), counted({ state: "disabled" })),
          ...held.map((role) => chip("role", role, name(role), counted({ role }))),
        ]}
      />
      {shown.length > 0 ? <AccountsTable accounts={shown} /> : <EmptyState title={t("none")} />}
    </>
  );
}

function fits({ disabled, waiting, offices }: AccountSummary, { state, role }: Search): boolean {
  if (state === "waiting" && waiting === 0) return false;
  if (state === "disabled" && !disabled) return false;
  return !role || offices.some((office) => office.role === role);
}
