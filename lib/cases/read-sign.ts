import type { Locale } from "@/lib/i18n/locales";
import type { Actor } from "@/lib/law/actor";
import { law } from "@/lib/law/law";
import type { Outcome } from "@/lib/law/words";
import { appPool } from "@/lib/store/client";
import { loadReach } from "@/lib/store/reach";
import { loadSayings } from "@/lib/store/sayings";
import { readCase, type CasePage } from "./read";
import { readProceeding, subjectOfCase, type ProceedingPage } from "./read-subject";
import { statementText } from "./statement";
import { isSigning, signFields, type FormField, type SignAct } from "./view-forms";
import type { Standing } from "./read-standing";
import { outcomeToSign } from "./view-outcome";
import type { Subject } from "./view-subject";
import type { Change } from "./view-changes";

export type SignPage = {
  act: SignAct;
  outcome: Outcome | null;
  article: string | null;
  fields: readonly FormField[];
  presiding: boolean;
  subject: Subject;
  standing: Standing;
  changes: readonly Change[];
  statement: string;
  /** What stands in the way; null where it can be signed. */
  unmet: Standing["acts"][number]["unmet"][number] | "heldRole" | null;
  home: string;
  file: ProceedingPage["file"] | null;
  page: CasePage | null;
};

/** Everything the sign screen of one act shows; null where there is nothing that this person may see. */
export async function readSign(
  actor: Actor,
  id: string,
  asked: { act?: string; outcome?: string },
  locale: Locale,
): Promise<SignPage | null> {
  const found = await readProceeding(actor, id);
  const { act = "" } = asked;
  if (!found || !isSigning(act)) return null;
  const base = await baseOf(actor, found);
  if (!base) return null;
  const { subject, standing } = base;
  const proceeding = subject.proceeding!;
  const outcome = outcomeOf(act, subject, asked.outcome);
  const open = standing.acts.find((one) => one.act === act);
  const row = law.find((one) => one.article === open?.article);
  const presiding = row?.slot === "chair";
  const db = appPool();
  const saying = (await loadSayings(db, await loadReach(db, actor), [id])).get(id);
  if (!saying) return null;
  const said = { act, outcome: outcome ?? undefined, items: [saying], register: false };
  return {
    act,
    outcome,
    article: open?.article ?? null,
    fields: signFields(act, {
      presiding,
      refuses: outcome === "refused",
      file: proceeding.kind === "declassification",
    }),
    presiding,
    statement: await statementText(actor, said, locale),
    unmet: open ? (open.unmet[0] ?? null) : "heldRole",
    ...base,
  };
}

type Base = Pick<SignPage, "subject" | "standing" | "changes" | "home" | "file" | "page">;

async function baseOf(actor: Actor, found: ProceedingPage | { caseId: string }): Promise<Base | null> {
  if (!("caseId" in found)) {
    const { subject, standing, changes, file, proceeding } = found;
    return (
      standing && { subject, standing, changes, file, page: null, home: `/proceedings/${proceeding.id}` }
    );
  }
  const page = await readCase(actor, found.caseId);
  if (!page?.standing || !page.proceeding) return null;
  const { subject } = await subjectOfCase(actor, page);
  const { standing, changes } = page;
  return { subject, standing, changes, file: null, page, home: `/cases/${found.caseId}` };
}

/** The outcome that is signed: what the finding proposes, unless refusal is asked for. */
function outcomeOf(act: SignAct, { kind, proceeding }: Subject, asked: string | undefined): Outcome | null {
  if (kind !== "rehabilitation" || act !== "sign") return null;
  return asked === "refused" ? "refused" : proceeding && outcomeToSign(proceeding);
}
