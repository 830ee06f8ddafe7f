import type { Metadata } from "next";
import { Link } from "@/components/ui/link";
import { notFound } from "next/navigation";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { ChangesList, type Words } from "@/components/intake/changes-list";
import { DecideForm } from "@/components/intake/decide-form";
import { ProblemsTable } from "@/components/intake/problems-table";
import { ReadingForm } from "@/components/intake/reading-form";
import { ProposalCounts } from "@/components/intake/proposal-counts";
import { ProposalHead } from "@/components/intake/proposal-head";
import { AddedSamples, MissingSamples } from "@/components/intake/samples-list";
import { Notice } from "@/components/ui/notice";
import { requireActor } from "@/lib/auth/actor";
import { readProposal } from "@/lib/intake/read";
import { hasChanges } from "@/lib/intake/view";
import type { Actor } from "@/lib/law/actor";
import { readWords } from "@/lib/units/read";
import { acceptImport, dropImport, rereadImport } from "../actions";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("intake"))("title") };
}

export default async function ProposalPage({ params }: Props) {
  const { id } = await params;
  const actor = await requireActor(`/intake/${id}`);
  const proposal = await readProposal(actor, id);
  if (!proposal) notFound();
  const { summary, state, acceptedAt } = proposal;
  const [t, format, words] = [await getTranslations("intake"), await getFormatter(), await wordsFor(actor)];
  const changes = Object.values(summary.counts).reduce((total, tally) => total + tally.changed, 0);
  const when = acceptedAt === null ? "" : format.dateTime(new Date(acceptedAt), "moment");
  return (
    <>
      <p className="no-print mb-2 text-small">
        <Link href="/intake">{t("back")}</Link>
      </p>
      <ProposalHead proposal={proposal} />
      {state === "open" && summary.reading && (
        <ReadingForm id={id} reading={summary.reading} act={rereadImport} />
      )}
      {state === "accepted" && <Notice tone="good" title={t("accept.done", { when })} />}
      {state === "dropped" && <Notice title={t("accept.dropped")} />}
      {state === "open" && (
        <DecideForm
          {...{ id, digest: summary.digest, empty: !hasChanges(summary) }}
          {...{ accept: acceptImport, drop: dropImport }}
        />
      )}
      <ProposalCounts counts={summary.counts} />
      <ProblemsTable
        kind="problems"
        problems={summary.problems}
        count={summary.problemCount}
        href={state === "open" && summary.kind === "table" ? `/api/intake/rejects/${id}` : undefined}
      />
      <ChangesList changed={summary.changed} count={changes} words={words} />
      <ProblemsTable kind="remarks" problems={summary.remarks} count={summary.remarkCount} />
      <AddedSamples summary={summary} />
      <MissingSamples summary={summary} />
    </>
  );
}

async function wordsFor(actor: Actor): Promise<Words> {
  const [locale, t] = [await getLocale(), await getTranslations("intake")];
  const found = await readWords(actor, Object.keys(fieldOf));
  const named = Object.entries(found).flatMap(([vocabulary, words]) =>
    words.map(({ code, name }) => [`${fieldOf[vocabulary]}/${code}`, name[locale]] as const),
  );
  return {
    ...Object.fromEntries(named),
    "graded/yes": t("answer.yes"),
    "graded/no": t("answer.no"),
  };
}

/** The fields that hold a code of a vocabulary. */
const fieldOf: Record<string, string> = {
  category: "category",
  region: "region",
  grade: "grade",
  material: "materialKind",
};
