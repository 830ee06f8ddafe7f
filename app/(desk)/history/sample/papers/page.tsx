import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { withParams } from "@/components/cases/address";
import { PaperHead } from "@/components/history/paper-head";
import { PaperSheet } from "@/components/history/paper-sheet";
import { SeedNotice } from "@/components/history/sample-table";
import { ButtonLink } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { PrintButton } from "@/components/ui/print-button";
import { requireActor } from "@/lib/auth/actor";
import { readPapers } from "@/lib/history/read-sample";
import { sampleSearch } from "@/lib/history/schema";
import { environment } from "@/lib/env";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("audit.papers"))("title") };
}

/** A sample to work through on paper: a sheet each drawn entry, and at the head how to draw it again. */
export default async function PapersPage({ searchParams }: Props) {
  const actor = await requireActor("/history/sample/papers");
  const search = sampleSearch.parse(await searchParams);
  const read = await readPapers(actor, search);
  if (!read) notFound();
  const t = await getTranslations("audit.papers");
  const { drawn, papers } = read;
  return (
    <div className="papers">
      <PageHead
        title={t("title")}
        under={t("lead", { drawn: papers.length, all: drawn.population })}
        aside={
          <span className="no-print flex flex-wrap gap-2.5">
            <ButtonLink
              kind="ghost"
              href={withParams("/history/sample", { ...search, size: drawn.terms.size })}
            >
              {t("back")}
            </ButtonLink>
            <PrintButton label={t("print")} />
          </span>
        }
      />
      <SeedNotice drawn={drawn} />
      <PaperHead drawn={drawn} auditor={actor.name} search={search} now={new Date()} />
      {papers.map((paper, nth) => (
        <PaperSheet
          key={paper.row.seq}
          paper={paper}
          nth={nth + 1}
          all={papers.length}
          home={environment().AQTALU_URL}
        />
      ))}
    </div>
  );
}
