import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Link } from "@/components/ui/link";
import { RegisterSorts } from "@/components/proceedings/register-sorts";
import { NeedsPasskey } from "@/components/auth/needs-passkey";
import { RegisterView } from "@/components/proceedings/register-view";
import { ButtonLink } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { requireActor } from "@/lib/auth/actor";
import { readRegister, readRegisterSearch } from "@/lib/cases/read-register";
import { newKey } from "@/lib/cases/view-key";
import { performRegister, prepareRegister, takeOut } from "../proceedings/actions";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { act } = readRegisterSearch(await searchParams);
  return { title: (await getTranslations("law"))(`act.${act}`) };
}

export default async function RegisterPage({ searchParams }: Props) {
  const actor = await requireActor("/registers");
  const page = await readRegister(actor, readRegisterSearch(await searchParams));
  const [t, acts] = await Promise.all([getTranslations("sign.register"), getTranslations("acts")]);
  const { act, kind } = page.search;
  const signs = act !== "open" && act !== "enter_act";
  const title = act === "sign" ? `sign.${kind}${page.outcome ? `.${page.outcome}` : ""}` : act;
  const article = acts("article", { article: page.article });
  if (page.rows.length === 0) {
    return (
      <>
        <PageHead title={t("empty")} under={t("emptyText")} />
        <ButtonLink href="/">{acts("results.back")}</ButtonLink>
      </>
    );
  }
  return (
    <>
      <PageHead
        title={t(`title.${title}`, { count: page.rows.length })}
        under={t(signs ? "lead" : "leadPlain", { article })}
      />
      {page.conflicts > 0 && signs && (
        <p className="mb-4 text-warn">
          {t("conflicts", { count: page.conflicts })} <Link href="/conflicts">{t("conflictsLink")}</Link>
        </p>
      )}
      <RegisterSorts search={page.search} />
      {page.rules.requirePasskey && !actor.keyed && <NeedsPasskey />}
      <RegisterView
        page={page}
        stampKey={newKey()}
        action={performRegister}
        prepare={actor.keyed ? prepareRegister : undefined}
        takeOut={takeOut}
      />
    </>
  );
}
