import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ConsistencyForm } from "@/components/history/consistency-form";
import { ConsistencyProof } from "@/components/history/consistency-proof";
import { ButtonLink } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { requireActor } from "@/lib/auth/actor";
import { readConsistencyPage } from "@/lib/history/read-consistency";
import { twoHeads } from "@/lib/history/schema";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("proof.consistency"))("title") };
}

/** Any two signed heads, and the proof between them: for the auditor alone, like the heads themselves. */
export default async function ConsistencyPage({ searchParams }: Props) {
  const actor = await requireActor("/history/consistency");
  const page = await readConsistencyPage(
    actor,
    twoHeads.parse({ from: null, to: null, ...(await searchParams) }),
  );
  if (!page) notFound();
  const t = await getTranslations("proof.consistency");
  return (
    <>
      <PageHead
        title={t("title")}
        under={<p className="max-w-[72ch]">{t("lead")}</p>}
        aside={
          <ButtonLink kind="ghost" className="no-print" href="/history/proofs">
            {t("back")}
          </ButtonLink>
        }
      />
      <div className="max-w-220">
        <ConsistencyForm page={page} />
        {page.found && <ConsistencyProof found={page.found} />}
      </div>
    </>
  );
}
