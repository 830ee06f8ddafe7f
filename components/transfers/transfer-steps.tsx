import { useLocale, useTranslations } from "next-intl";
import { Steps } from "@/components/ui/steps";
import { Time } from "@/components/ui/time";
import { Timeline, TimelineItem } from "@/components/ui/timeline";
import type { TransferRow, TransferStepRow } from "@/lib/transfers/view";

const way = ["announced", "received", "checked", "accepted"] as const;

/** Where it stands on its way; a returned one begins again. */
export function TransferWay({ state }: { state: TransferRow["state"] }) {
  const t = useTranslations("transfers");
  const at = state === "returned" ? 0 : way.findIndex((one) => one === state);
  if (state === "withdrawn") return null;
  return (
    <Steps
      label={t("list.state")}
      items={way.map((step, nth) => ({
        key: step,
        label: t(`state.${step}`),
        state: nth < at || (nth === at && state === "accepted") ? "done" : nth === at ? "now" : "later",
      }))}
    />
  );
}

/** Every step that was taken, the newest first: who, for which archive, when, and why it went back. */
export function TransferSteps({ transfer }: { transfer: TransferRow }) {
  const t = useTranslations("transfers.page");
  return (
    <Timeline label={t("steps")}>
      {transfer.steps.toReversed().map((step) => (
        <StepItem key={step.nth} step={step} transfer={transfer} />
      ))}
    </Timeline>
  );
}

function StepItem({ step, transfer }: { step: TransferStepRow; transfer: TransferRow }) {
  const t = useTranslations("transfers");
  const locale = useLocale();
  const archive = step.bodyId === transfer.from.id ? transfer.from : transfer.to;
  const title = t(`act.${step.act}`);
  return (
    <TimelineItem
      title={
        transfer.version > 1 ? `${title} · ${t("page.olderName", { version: String(step.version) })}` : title
      }
      when={<Time value={step.at} format="moment" />}
      who={t("page.by", { name: step.by.name, archive: archive.names[locale] })}
      tone={step.reason ? "warn" : step.act === "accept" ? "strong" : "plain"}
    >
      {step.reason && (
        <p>
          <b className="font-semibold">{t(`reason.${step.reason.code}`)}.</b> {step.reason.text}
        </p>
      )}
      <details className="text-tiny text-faint">
        <summary className="min-h-6 cursor-pointer">{t("page.hash")}</summary>
        <code className="wrap-anywhere">{step.hash}</code>
      </details>
    </TimelineItem>
  );
}
