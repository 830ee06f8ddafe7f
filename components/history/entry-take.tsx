import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import type { EntryPage } from "@/lib/history/view-entry";
import { commandsFor } from "./commands";

/** The receipt to take away, and how it is checked elsewhere. */
export function EntryTake({ page, exporter }: { page: EntryPage; exporter: boolean }) {
  const t = useTranslations("proof.entry");
  const { row, signed, evidence, keys } = page;
  if (!evidence) return null;
  const files = [
    { href: `/api/history/receipt/${row.seq}`, word: t("json"), shown: true },
    { href: `/api/history/receipt/${row.seq}/pdf`, word: t("pdf"), shown: signed },
    { href: `/api/history/checkpoint/${evidence.size}`, word: t("head"), shown: exporter },
  ];
  return (
    <Panel title={t("take")} className="no-print">
      <div className="mt-2 flex flex-wrap gap-2.5">
        {files
          .filter(({ shown }) => shown)
          .map(({ href, word }) => (
            <a key={href} className={buttonClass("ghost")} href={href} download>
              {word}
            </a>
          ))}
      </div>
      <p className="mt-3 text-small text-soft">{t("takeLead")}</p>
      <pre
        className="mt-2 overflow-x-auto rounded-md border border-rule bg-paper p-3 text-small"
        tabIndex={0}
        aria-label={t("takeLead")}
      >
        {commandsFor(keys)}
      </pre>
    </Panel>
  );
}
