import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Link } from "@/components/ui/link";
import { notFound, redirect } from "next/navigation";
import { RehabilitationSteps } from "@/components/cases/case-track";
import { QueuePlace } from "@/components/cases/queue-place";
import { FileTabs, fileTabs } from "@/components/cases/file-tabs";
import { BlockedNotice } from "@/components/proceedings/blocked-notice";
import { Exchanges } from "@/components/proceedings/exchanges";
import { MarkViewed } from "@/components/proceedings/mark-viewed";
import { OthersMay } from "@/components/proceedings/others-may";
import { OutcomeView } from "@/components/proceedings/outcome-view";
import { Question } from "@/components/proceedings/question";
import { SignaturesAside } from "@/components/proceedings/signatures-aside";
import { Columns } from "@/components/ui/columns";
import { PageHead } from "@/components/ui/page-head";
import { requireActor } from "@/lib/auth/actor";
import { readHistoryOf } from "@/lib/cases/read-history";
import { readQueuePlace } from "@/lib/cases/read-queue";
import { readProceeding } from "@/lib/cases/read-subject";
import { reference } from "@/lib/cases/view";
import { newKey } from "@/lib/cases/view-key";
import { mySlot } from "@/lib/cases/view-slots";
import { answerConflicts, markViewed } from "../actions";
import { plainActions } from "../plain-actions";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ tab?: string; order?: string; after?: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("cases"))("proceeding.file") };
}

export default async function ProceedingPage({ params, searchParams }: Props) {
  const [{ id }, { tab: asked, order, after }] = await Promise.all([params, searchParams]);
  const actor = await requireActor(`/proceedings/${id}`);
  const page = await readProceeding(actor, id);
  if (!page) notFound();
  if ("caseId" in page) redirect(`/cases/${page.caseId}`);
  const { file, proceeding, standing, subject, changes } = page;
  if (!standing) notFound();
  const tab = fileTabs.find((known) => known === asked) ?? "spans";
  const t = await getTranslations("cases");
  const [history, place] = await Promise.all([
    tab === "history" ? readHistoryOf(actor, { proceedingId: id }, order === "old", after) : null,
    readQueuePlace(actor, id),
  ]);
  const about = { subject, standing, changes, offices: actor.offices, home: `/proceedings/${id}` };
  const steps = { proceeding, rules: standing.rules, regional: false };
  return (
    <>
      {proceeding.dossierHash && (
        <MarkViewed proceeding={id} hash={proceeding.dossierHash} mark={markViewed} />
      )}
      <QueuePlace proceeding={id} place={place} />
      <PageHead
        title={file.title}
        under={
          <>
            <Link href={`/files/${file.id}`}>{reference(file.reference, await getLocale())}</Link> ·{" "}
            {t("proceeding.file")} · {t("proceeding.persons", { count: file.cases.length })}
          </>
        }
      />
      <div className="mb-7 rounded-lg border border-rule bg-sheet px-4.5 py-3.5">
        <RehabilitationSteps {...steps} />
      </div>
      <Columns
        aside={
          <SignaturesAside
            {...steps}
            mine={mySlot(standing.acts, actor)}
            history={`/proceedings/${id}?tab=history`}
          />
        }
      >
        <BlockedNotice proceeding={proceeding} standing={standing} />
        <Question {...about} actions={plainActions} answerConflicts={answerConflicts} stampKey={newKey()} />
        <OthersMay standing={standing} />
        <OutcomeView proceeding={proceeding} />
        <Exchanges proceeding={proceeding} />
        <FileTabs page={page} tab={tab} history={history} old={order === "old"} />
      </Columns>
    </>
  );
}
