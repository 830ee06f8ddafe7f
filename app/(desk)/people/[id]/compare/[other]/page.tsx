import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { CompareForm } from "@/components/people/compare-form";
import { ComparisonTable } from "@/components/people/comparison";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { Panel } from "@/components/ui/panel";
import { SaidBy } from "@/components/ui/said-by";
import { requireActor } from "@/lib/auth/actor";
import { readComparison } from "@/lib/people/read";
import { comparePeople } from "../../actions";

type Props = { params: Promise<{ id: string; other: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people"))("compare.title") };
}

export default async function ComparePage({ params }: Props) {
  const { id, other } = await params;
  const actor = await requireActor(`/people/${id}/compare/${other}`);
  const page = await readComparison(actor, [id, other]);
  if (!page) notFound();
  const { first, second, said, compares } = page;
  const merged = said?.answer === "same";
  const t = await getTranslations("people.compare");
  return (
    <>
      <PageHead title={t("title")} under={t("under")} />
      {said && (
        <Notice title={t(`said.${said.answer}`)}>
          <SaidBy note={said.note} by={said.by} at={said.at} />
        </Notice>
      )}
      <ComparisonTable first={first} second={second} />
      {compares && (
        <Panel className="mt-7" title={t(merged ? "unmergeTitle" : "question")}>
          <CompareForm first={first} second={second} merged={merged} action={comparePeople} />
        </Panel>
      )}
    </>
  );
}
