import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import type { ProofsPage } from "@/lib/history/view";
import { commandsFor } from "./commands";

/** The history to take away: with names and reasons, or without; and the keys to check it by. */
export function BundlePanel({ page }: { page: ProofsPage }) {
  const t = useTranslations("proofs.bundle");
  const keys = [page.logKey, ...page.witnesses.map(({ key }) => key)].filter((key) => key !== null);
  return (
    <Panel title={t("title")}>
      <p className="max-w-[68ch] text-soft">{t("lead")}</p>
      {keys.length === 0 ? (
        <Notice tone="warn" title={t("noKeys")} className="mt-4 mb-0" />
      ) : (
        <>
          <div className="mt-4 grid gap-4 sm:grid-cols-2">
            {(["full", "pseudonymous"] as const).map((kind) => (
              <form
                key={kind}
                method="post"
                action="/api/history/bundle"
                className="grid content-start gap-2"
              >
                <input type="hidden" name="kind" value={kind} />
                <button type="submit" className={buttonClass(kind === "full" ? "primary" : "ghost")}>
                  {t(`${kind}.get`)}
                </button>
                <p className="text-small text-soft">{t(`${kind}.what`)}</p>
              </form>
            ))}
          </div>
          <details className="mt-4">
            <summary className="cursor-pointer">{t("how")}</summary>
            <p className="mt-2 max-w-[68ch]">{t("howText")}</p>
            <pre
              className="mt-2 overflow-x-auto rounded-md border border-rule bg-paper p-3 text-small"
              tabIndex={0}
            >
              {commandsFor(keys)}
            </pre>
            <CopyButton text={keys.join("\n")} label={t("copyKeys")} />
          </details>
        </>
      )}
    </Panel>
  );
}
