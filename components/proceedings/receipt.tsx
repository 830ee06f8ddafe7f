import { useFormatter, useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { DefinitionList } from "@/components/ui/definition-list";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { slotKey } from "@/lib/cases/sentences";
import type { ReceiptShown } from "@/lib/cases/view-sign";

/** Who signed what, when, over which document, under which article and how they showed that it was them. */
export function Receipt({ receipt }: { receipt: ReceiptShown }) {
  const t = useTranslations("sign.receipt");
  const aside = useTranslations("cases.aside");
  const law = useTranslations("law");
  const format = useFormatter();
  const day = (text: string): string => format.dateTime(new Date(text), "moment");
  const how = [
    aside(`method.${receipt.method}`),
    t(receipt.register ? "register" : "single"),
    t(receipt.opened ? "opened" : "unopened"),
  ];
  const outcome = receipt.outcome && law(`outcome.${receipt.outcome}`);
  const items = [
    { key: "who", term: t("who"), value: receipt.who },
    { key: "as", term: t("as"), value: `${law(`role.${receipt.role}`)} (${law(slotKey(receipt.slot))})` },
    { key: "what", term: t("what"), value: receipt.name },
    { key: "answer", term: t("answer"), value: [t(receipt.answer), outcome].filter(Boolean).join(", ") },
    { key: "when", term: t("when"), value: day(receipt.at) },
    {
      key: "article",
      term: t("article"),
      value: `${receipt.article} · ${law(`article.${receipt.article}`)}`,
    },
    { key: "method", term: t("method"), value: how.join(" · ") },
    { key: "hash", term: t("hash"), value: <code className="break-all">{receipt.dossierHash}</code> },
    {
      key: "statement",
      term: t("statementHash"),
      value: <code className="break-all">{receipt.statementHash}</code>,
    },
  ];
  return (
    <>
      {receipt.voidAt && (
        <Notice
          tone="warn"
          title={t("void", { when: day(receipt.voidAt), why: law(`voidReason.${receipt.voidReason}`) })}
        />
      )}
      <DefinitionList items={items} />
      <Panel className="mt-6" title={t("text")}>
        {receipt.statement === null ? (
          <p className="text-soft">{t("others")}</p>
        ) : (
          <p className="statement max-h-96 overflow-y-auto whitespace-pre-line wrap-anywhere" tabIndex={0}>
            {receipt.statement}
          </p>
        )}
      </Panel>
      <section className="no-print mt-6">
        <h2 className="heading mb-1">{t("proof.title")}</h2>
        <p className="mb-3 max-w-[68ch] text-soft">{t("proof.lead")}</p>
        <div className="flex flex-wrap items-center gap-2.5">
          <a className={buttonClass("ghost")} href={`/api/history/receipt/${receipt.id}/pdf`} download>
            {t("proof.paper")}
          </a>
          <a className={buttonClass("ghost")} href={`/api/history/receipt/${receipt.id}`} download>
            {t("proof.get")}
          </a>
          <Link href={`/history/entries/${receipt.id}`}>{t("proof.see")}</Link>
        </div>
      </section>
    </>
  );
}
