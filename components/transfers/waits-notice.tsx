import { useLocale, useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { refusalKey } from "@/lib/transfers/sentences";
import { waitsFor, type TransferPage } from "@/lib/transfers/view";

/** What the transfer waits for, and for whom; why it came back; and what stops the reader from going on. */
export function WaitsNotice({ page }: { page: TransferPage }) {
  const { transfer, may } = page;
  const { state, steps } = transfer;
  const t = useTranslations("transfers");
  const locale = useLocale();
  if (state === "accepted") return <Notice tone="good" title={t("page.accepted")} />;
  const last = steps.at(-1);
  const reason = last?.reason && (
    <>
      <b>{t(`reason.${last.reason.code}`)}.</b> {last.reason.text}
    </>
  );
  if (state === "withdrawn") return <Notice title={t("page.withdrawn")}>{reason}</Notice>;
  const side = waitsFor(state);
  if (!side) return null;
  const archive = transfer[side].names[locale];
  const next = state === "received" ? "check" : state === "checked" ? "accept" : "receive";
  const waits =
    side === "from"
      ? t("page.waits.from", { archive })
      : t("page.waits.to", { archive, act: t(`page.waits.${next}`) });
  const own = may.receive_transfer === "notAnnouncer" || may.check_transfer === "notAnnouncer";
  return (
    <Notice tone={state === "returned" ? "warn" : "info"} title={waits}>
      {reason && <p>{reason}</p>}
      {(own || may.accept_transfer === "notAnnouncer") && <p>{t(refusalKey("notAnnouncer"))}</p>}
    </Notice>
  );
}
