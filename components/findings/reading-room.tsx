"use client";

import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { ActDone, FormAction } from "@/lib/cases/view-told";
import type { FindingWords } from "@/lib/findings/sentences";
import type { ReadingView } from "@/lib/findings/view-reading";
import { MarkViewed } from "@/components/proceedings/mark-viewed";
import { ReadingAsk } from "./reading-ask";
import { ReadingClaim } from "./reading-claim";
import type { PreparePasskey } from "@/components/auth/touch-passkey";
import { ReadingEnd } from "./reading-end";
import { ReadingFoot } from "./reading-foot";
import { ReadingScan } from "./reading-scan";
import type { KeepMarks } from "./types";
import { useReading } from "./use-reading";
import { useSplit } from "./use-split";

type ReadingRoomProps = {
  view: ReadingView;
  statement: string | null;
  keys: { ask: string; concur: string; disagree: string };
  words: FindingWords;
  keep: KeepMarks;
  ask: FormAction<ActDone>;
  sign: FormAction<ActDone>;
  prepare?: PreparePasskey;
  markViewed: (input: { proceeding: string; hash: string }) => Promise<unknown>;
};

/** A finding claim by claim beside its sheets: the scan has the dark and the room, the sentence the light. */
export function ReadingRoom(props: ReadingRoomProps) {
  const { view, words } = props;
  const t = useTranslations("findings.reading");
  const reading = useReading(view, props.keep);
  const split = useSplit("aqtalu:reading");
  const { claim, at } = reading;
  const { proceeding } = view;
  return (
    <div className="fixed inset-0 z-30 flex flex-col bg-paper">
      {proceeding?.dossierHash && (
        <MarkViewed proceeding={proceeding.id} hash={proceeding.dossierHash} mark={props.markViewed} />
      )}
      <header className="flex min-h-13 flex-wrap items-center gap-x-4 gap-y-1 border-b border-rule2 bg-sheet px-4 py-2">
        <Link href={`/cases/${view.caseId}`}>
          <span aria-hidden>← </span>
          {t("back")}
        </Link>
        <h1 className="name min-w-0 truncate">{view.name}</h1>
        <Progress at={at} total={view.claims.length} />
        <span className="ml-auto text-small text-soft">
          {t("accepted", { count: reading.accepted.length, total: view.claims.length })}
        </span>
      </header>
      <div
        className="grid min-h-0 flex-1 max-lg:grid-rows-[42dvh_minmax(0,1fr)] lg:grid-cols-(--split)"
        style={split.style}
      >
        <ReadingScan view={view} claim={claim ?? null} citation={reading.citation} />
        <div
          {...split.separator}
          aria-label={t("split")}
          className="hidden cursor-col-resize place-items-center bg-rule text-faint lg:grid"
        >
          <span aria-hidden>⋮</span>
        </div>
        <div className="flex min-h-0 flex-col">
          <div
            tabIndex={0}
            role="region"
            aria-label={t("claim")}
            className="min-h-0 flex-1 overflow-y-auto px-7 py-5.5 -outline-offset-4 max-sm:px-4"
          >
            {claim ? (
              <ReadingClaim view={view} reading={reading} claim={claim} words={words} />
            ) : (
              <ReadingEnd {...props} accepted={reading.accepted} />
            )}
          </div>
          <ReadingFoot reading={reading} mayAsk={view.mayAsk} total={view.claims.length} />
        </div>
      </div>
      {proceeding && <ReadingAsk {...props} proceeding={proceeding} reading={reading} />}
    </div>
  );
}

function Progress({ at, total }: { at: number; total: number }) {
  const t = useTranslations("findings.reading");
  return (
    <span className="flex items-center gap-2.5 text-small text-soft" aria-live="polite">
      {at < total ? t("nth", { nth: at + 1, total }) : t("end")}
      <span aria-hidden className="block h-1 w-37 overflow-hidden rounded-sm bg-rule max-sm:hidden">
        <span
          className="block h-full bg-accent"
          style={{ width: `${(Math.min(at + 1, total) / Math.max(total, 1)) * 100}%` }}
        />
      </span>
    </span>
  );
}
