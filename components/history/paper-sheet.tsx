import { useFormatter, useTranslations } from "next-intl";
import { DefinitionList, type Definition } from "@/components/ui/definition-list";
import { Link } from "@/components/ui/link";
import type { SamplePaper } from "@/lib/history/view-sample";
import { useEntryTitle } from "./entry-title";
import { PaperChain } from "./paper-chain";
import { PaperChecks } from "./paper-checks";
import { useRole } from "./role";

type PaperSheetProps = {
  paper: SamplePaper;
  nth: number;
  all: number;
  /** the address of this installation */ home: string;
};

/** One drawn entry on a sheet of its own: what it says, what led to it, and room for what the auditor finds. */
export function PaperSheet({ paper: { row, chain }, nth, all, home }: PaperSheetProps) {
  const t = useTranslations("audit.papers");
  const history = useTranslations("history");
  const title = useEntryTitle(row.entry.payload);
  const items = useFacts(row, home);
  const { about } = row;
  return (
    <article className="mb-8 rounded-lg border border-rule2 bg-sheet px-5 py-4.5 max-sm:px-4 print:break-before-page print:rounded-none print:border-0 print:p-0">
      <p className="label mb-1">{t("sheet", { nth, all })}</p>
      <h2 className="question">{about.seen ? about.name : history("closedToYou")}</h2>
      <p className="mb-3 text-small text-soft">
        {[about.reference, title].filter(Boolean).join(" · ")}{" "}
        <Link href={`/history?proceeding=${about.proceedingId}`} className="no-print">
          {t("entries")}
        </Link>
      </p>
      <DefinitionList items={items} />
      <PaperChain chain={chain} drawn={row.seq} />
      <PaperChecks />
    </article>
  );
}

function useFacts({ entry, seq, leaf }: SamplePaper["row"], home: string): Definition[] {
  const t = useTranslations("audit.papers");
  const law = useTranslations("law");
  const history = useTranslations("history");
  const format = useFormatter();
  const role = useRole();
  const { payload, actor, at } = entry;
  if (payload.kind !== "act") return [];
  const { decision, signature, reason, article } = payload;
  const outcome = decision?.outcome ?? signature?.outcome ?? null;
  const result = decision
    ? decision.result === "granted" && outcome
      ? history("decision.granted", { outcome: law(`outcome.${outcome}`) })
      : history("decision.refused")
    : signature && t(`answer.${signature.answer}`);
  const dossier = decision?.dossier ?? signature?.dossier;
  const why = [reason && law(`reasonCode.${reason.code}`), reason?.text, decision?.basis]
    .filter(Boolean)
    .join(" · ");
  const receipt = `/api/history/receipt/${seq}`;
  const facts: (Definition | null | "" | undefined)[] = [
    result && {
      term: t("result"),
      value: <span className="inline-block first-letter:uppercase">{result}</span>,
    },
    {
      term: t("by"),
      value: [actor.name, role(actor.role), format.dateTime(new Date(at), "moment")]
        .filter(Boolean)
        .join(" · "),
    },
    { term: t("article"), value: `${article} · ${law(`article.${article}`)}` },
    why && { term: t("why"), value: why },
    dossier && { term: t("dossier"), value: <code className="break-all">{dossier}</code> },
    {
      term: t("entry"),
      value:
        leaf === null
          ? history("seq", { seq })
          : t("entryAt", { seq: format.number(BigInt(seq)), leaf: format.number(leaf) }),
    },
    {
      term: t("receipt"),
      value: (
        <a href={receipt} download className="break-all">
          {home}
          {receipt}
        </a>
      ),
    },
  ];
  return facts.filter((fact): fact is Definition => Boolean(fact));
}
