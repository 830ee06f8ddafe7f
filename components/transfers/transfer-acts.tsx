import { useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";
import type { Line, TransferPage, VersionRow } from "@/lib/transfers/view";
import { AgainForm, type TypedVersion } from "./announce-form";
import { CountForm } from "./count-form";
import { AcceptForm, ReasonForm } from "./step-forms";
import type { TransferActs as Acts } from "./types";

/** What the reader may do with the transfer now: the next step on a sheet of its own, the way back below it. */
export function TransferActs({ page, acts }: { page: TransferPage; acts: Acts }) {
  const t = useTranslations("transfers");
  const { transfer, now, lines, may } = page;
  const common = { id: transfer.id, shown: transfer.steps.length };
  const counting = lines.map((line) => {
    const { nth, fonds, inventories } = line.item;
    return { nth, name: t("reference", { fonds, inventories }), ...typedCount(line) };
  });
  return (
    <div className="no-print">
      {(["receive", "check"] as const)
        .filter((step) => may[`${step}_transfer`] === true)
        .map((step) => (
          <Panel key={step} title={t(`step.${step}`)}>
            <CountForm {...common} action={acts[step]} step={step} items={counting} />
          </Panel>
        ))}
      {may.accept_transfer === true && (
        <Panel title={t("step.accept")}>
          <AcceptForm {...common} action={acts.accept} />
        </Panel>
      )}
      {may.announce_transfer === true && (
        <Panel title={t("announce.again")}>
          <AgainForm {...common} action={acts.again} said={typedVersion(now)} />
        </Panel>
      )}
      {(["return", "withdraw"] as const)
        .filter((step) => may[`${step}_transfer`] === true)
        .map((step) => (
          <ReasonForm key={step} {...common} action={acts[step]} step={step} />
        ))}
    </div>
  );
}

const typed = (value: number | string | null): string => (value === null ? "" : String(value));

/** What was counted before, or else what was announced. */
function typedCount({ item, counted }: Line) {
  const { files, sheets, materials } = counted ?? item;
  return {
    ...{ files: typed(files), sheets: typed(sheets), materials: typed(materials) },
    note: typed(counted?.note ?? null),
  };
}

function typedVersion({ title, basis, due, items }: VersionRow): TypedVersion {
  return {
    ...{ title, basis, due },
    items: items.map(({ fonds, inventories, title: of, files, sheets, materials }) => ({
      ...{ fonds, inventories, title: typed(of) },
      ...{ files: typed(files), sheets: typed(sheets), materials: typed(materials) },
    })),
  };
}
