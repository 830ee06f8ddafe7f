import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { AssignView } from "@/components/proceedings/assign-view";
import { ExpertsLoad } from "@/components/proceedings/experts-load";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { requireActor } from "@/lib/auth/actor";
import { readAssignable } from "@/lib/cases/read-lists";
import { newKey } from "@/lib/cases/view-key";
import { holds } from "@/lib/law/actor";
import { assign } from "../proceedings/actions";

type Props = { searchParams: Promise<{ proceeding?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("assign"))("title") };
}

export default async function AssignPage({ searchParams }: Props) {
  const actor = await requireActor("/assign");
  if (!holds(actor, "head") && !holds(actor, "secretary")) notFound();
  const { proceeding } = await searchParams;
  const named = proceeding && /^[0-9a-f-]{36}$/.test(proceeding) ? proceeding : null;
  const page = await readAssignable(actor, named);
  const t = await getTranslations("assign");
  return (
    <>
      <PageHead title={t("title")} under={t("lead")} />
      <ExpertsLoad experts={page.experts} now={page.now} />
      {page.rows.length > 0 ? (
        <AssignView page={page} stampKey={newKey()} action={assign} />
      ) : (
        <EmptyState title={t("empty.title")}>{t("empty.text")}</EmptyState>
      )}
    </>
  );
}
