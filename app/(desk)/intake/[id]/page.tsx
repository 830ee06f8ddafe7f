import type { Metadata } from "next";
import { Link } from "@/components/ui/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import type { Words } from "@/components/intake/changes-list";
import { ChoiceSection } from "@/components/intake/choice-section";
import { DecideForm } from "@/components/intake/decide-form";
import { Differences } from "@/components/intake/differences";
import { ImportProgress } from "@/components/intake/import-progress";
import { MappingSection } from "@/components/intake/mapping-section";
import { ProposalHead } from "@/components/intake/proposal-head";
import { ReadingForm } from "@/components/intake/reading-form";
import { UndoPanel } from "@/components/intake/undo-panel";
import { StateNotice } from "@/components/intake/state-notice";
import { LinkSection } from "@/components/transfers/link-section";
import { requireActor } from "@/lib/auth/actor";
import { COLUMNS, headingOf } from "@/lib/intake/columns";
import { readProposal } from "@/lib/intake/read";
import { countLeft, hasChanges, mayReread, type Summary } from "@/lib/intake/view";
import type { Actor } from "@/lib/law/actor";
import { readLink } from "@/lib/transfers/read-links";
import { readWords } from "@/lib/units/read";
import { linkImport } from "../../transfers/actions";
import {
  acceptImport,
  chooseOfImport,
  dropImport,
  mapImport,
  rereadImport,
  steerImport,
  undoImport,
} from "../actions";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("intake"))("title") };
}

export default async function ProposalPage({ params }: Props) {
  const { id } = await params;
  const actor = await requireActor(`/intake/${id}`);
  const proposal = await readProposal(actor, id);
  if (!proposal) notFound();
  const { summary, state, job } = proposal;
  const [t, locale] = [await getTranslations("intake"), await getLocale()];
  const link = await readLink(actor, id);
  const undecided = state === "open" || state === "unreadable";
  const busy = ["analysing", "accepting", "undoing"].includes(state);
  return (
    <>
      <p className="no-print mb-2 text-small">
        <Link href="/intake">{t("back")}</Link>
      </p>
      <ProposalHead proposal={proposal} />
      <StateNotice proposal={proposal} />
      {link && <LinkSection {...{ id, link }} act={linkImport} />}
      {busy && <ImportProgress {...{ id, state, job }} steer={steerImport} />}
      {undecided && mayReread(proposal) && (
        <ReadingForm id={id} reading={summary?.reading ?? null} act={rereadImport} />
      )}
      {undecided && (
        <MappingSection
          {...{ id, problem: proposal.problem, mapping: summary?.mapping ?? null }}
          choices={COLUMNS.map((value) => ({ value, label: headingOf(value, locale) }))}
          act={mapImport}
        />
      )}
      <ChoiceSection proposal={proposal} act={chooseOfImport} />
      {undecided && <DecideForm {...{ id, ...askAbout(summary), accept: acceptImport, drop: dropImport }} />}
      {summary && <Differences id={id} summary={summary} state={state} words={await wordsFor(actor)} />}
      {proposal.mayUndo && <UndoPanel {...{ id, fileName: proposal.fileName }} undo={undoImport} />}
    </>
  );
}

function askAbout(summary: Summary | null) {
  if (!summary) return { statement: "unreadable", digest: null } as const;
  if (!hasChanges(summary))
    return { statement: countLeft(summary) > 0 ? "leftAll" : "nothing", digest: null } as const;
  return { statement: "statement", digest: summary.digest } as const;
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
