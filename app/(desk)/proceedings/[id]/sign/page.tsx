import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { MarkViewed } from "@/components/proceedings/mark-viewed";
import { questionKey } from "@/components/proceedings/question-key";
import { SignView } from "@/components/proceedings/sign-view";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { requireActor } from "@/lib/auth/actor";
import { readSign } from "@/lib/cases/read-sign";
import { conditionKey } from "@/lib/cases/sentences";
import { newKey } from "@/lib/cases/view-key";
import { NeedsPasskey } from "@/components/auth/needs-passkey";
import { markViewed, prepareSignature, sign } from "../../actions";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ act?: string; outcome?: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sign"))("title") };
}

export default async function SignScreen({ params, searchParams }: Props) {
  const [{ id }, asked] = await Promise.all([params, searchParams]);
  const actor = await requireActor(`/proceedings/${id}/sign?act=${asked.act ?? "sign"}`);
  const page = await readSign(actor, id, asked, await getLocale());
  if (!page) notFound();
  const { subject, unmet, act, outcome, article } = page;
  const [t, law, acts] = await Promise.all([
    getTranslations("sign"),
    getTranslations("law"),
    getTranslations("acts"),
  ]);
  const hash = subject.proceeding?.dossierHash;
  return (
    <>
      {hash && <MarkViewed proceeding={id} hash={hash} mark={markViewed} />}
      <PageHead
        title={t(questionKey(act, subject, outcome ?? undefined), { name: subject.name })}
        under={article && acts("article", { article })}
      />
      <div className="max-w-190">
        {unmet ? (
          <>
            <Notice tone="warn" title={t("cannot.title")}>
              {law(conditionKey(unmet))}
            </Notice>
            <ButtonLink kind="ghost" href={page.home}>
              {t(page.file ? "backFile" : "back")}
            </ButtonLink>
          </>
        ) : page.standing.rules.requirePasskey && !actor.keyed ? (
          <NeedsPasskey />
        ) : (
          <SignView
            page={page}
            offices={actor.offices}
            stampKey={newKey()}
            action={sign}
            prepare={actor.keyed ? prepareSignature : undefined}
          />
        )}
      </div>
    </>
  );
}
