import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TakeDossier } from "@/components/dossier/take-dossier";
import { QueuePlace } from "@/components/cases/queue-place";
import { CaseTabs, caseTabs } from "@/components/cases/case-tabs";
import { CaseTitle } from "@/components/cases/case-title";
import { CaseTrack } from "@/components/cases/case-track";
import { Beside } from "@/components/cases/beside";
import { Similar } from "@/components/cases/similar";
import { BlockedNotice } from "@/components/proceedings/blocked-notice";
import { Exchanges } from "@/components/proceedings/exchanges";
import { MarkViewed } from "@/components/proceedings/mark-viewed";
import { OthersMay } from "@/components/proceedings/others-may";
import { OutcomeView } from "@/components/proceedings/outcome-view";
import { Question } from "@/components/proceedings/question";
import { SignaturesAside } from "@/components/proceedings/signatures-aside";
import { Columns } from "@/components/ui/columns";
import { holds } from "@/lib/law/actor";
import { requireActor } from "@/lib/auth/actor";
import { readCase, readCaseHead } from "@/lib/cases/read";
import { readHistoryOf } from "@/lib/cases/read-history";
import { readQueuePlace } from "@/lib/cases/read-queue";
import { subjectOfCase } from "@/lib/cases/read-subject";
import { mySlot } from "@/lib/cases/view-slots";
import { newKey } from "@/lib/cases/view-key";
import { mayExport } from "@/lib/dossier/export";
import { answerConflicts, answerDuplicate, joinCases, markViewed } from "../../proceedings/actions";
import { plainActions } from "../../proceedings/plain-actions";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ tab?: string; order?: string; after?: string; take?: string }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const actor = await requireActor();
  return { title: (await readCaseHead(actor, (await params).id))?.name };
}

export default async function CasePage({ params, searchParams }: Props) {
  const [{ id }, { tab: asked, order, after, take }] = await Promise.all([params, searchParams]);
  const tab = caseTabs.find((known) => known === asked) ?? "finding";
  const actor = await requireActor(`/cases/${id}`);
  const page = await readCase(actor, id, tab);
  if (!page?.standing) notFound();
  const { head, proceeding, standing, changes } = page;
  const [{ subject, similar, beside }, history, place] = await Promise.all([
    subjectOfCase(actor, page),
    tab === "history" ? readHistoryOf(actor, { caseId: id }, order === "old", after) : null,
    readQueuePlace(actor, proceeding?.id ?? null),
  ]);
  const about = { subject, standing, changes, offices: actor.offices, home: `/cases/${id}` };
  return (
    <>
      {proceeding?.dossierHash && (
        <MarkViewed proceeding={proceeding.id} hash={proceeding.dossierHash} mark={markViewed} />
      )}
      <QueuePlace proceeding={proceeding?.id ?? null} place={place} />
      <CaseTitle head={head} />
      <CaseTrack head={head} proceeding={proceeding} rules={standing.rules} />
      <Columns
        aside={
          proceeding && (
            <SignaturesAside
              proceeding={proceeding}
              rules={standing.rules}
              regional={head.regional !== null}
              mine={mySlot(standing.acts, actor)}
              history={`/cases/${id}?tab=history`}
            />
          )
        }
      >
        <BlockedNotice proceeding={proceeding} standing={standing} />
        <Similar caseId={id} similar={similar} action={answerDuplicate} />
        <Beside caseId={id} beside={beside} joins={holds(actor, "secretary")} action={joinCases} />
        <Question {...about} actions={plainActions} answerConflicts={answerConflicts} stampKey={newKey()} />
        <OthersMay standing={standing} />
        {proceeding && <OutcomeView proceeding={proceeding} />}
        {proceeding && <Exchanges proceeding={proceeding} />}
        <CaseTabs page={page} tab={tab} history={history} old={order === "old"} />
        {mayExport(actor) && <TakeDossier caseId={id} failed={take === "purpose"} />}
      </Columns>
    </>
  );
}
