import { useTranslations } from "next-intl";
import { Chips, type Chip } from "@/components/ui/chips";
import type { Queue, QueueKind } from "@/lib/cases/view";
import { proceedingKinds, type ProceedingKind } from "@/lib/law/words";
import { withParams } from "./address";

export type QueueParams = { what?: string; kind?: ProceedingKind; category?: string; region?: string };

/** One chip for each kind of work that waits; those without any are not shown unless they are on. */
export function QueueChips({ queue, params }: { queue: Queue; params: QueueParams }) {
  const t = useTranslations("queue");
  const chip = (what: QueueKind | "conflict" | "late", count: number): Chip[] => {
    const on = params.what === what;
    if (count === 0 && !on) return [];
    const href = withParams("/", params, { what: on ? undefined : what });
    return [{ label: t(`short.${what}`), count, on, href }];
  };
  const kinds = proceedingKinds.map((kind): Chip => {
    const on = params.kind === kind;
    return { label: t(`kind.${kind}`), on, href: withParams("/", params, { kind: on ? undefined : kind }) };
  });
  const works = (Object.keys(queue.counts) as QueueKind[]).flatMap((what) =>
    chip(what, queue.counts[what] ?? 0),
  );
  return (
    <Chips
      label={t("filters")}
      items={[...works, ...chip("conflict", queue.conflicts), ...chip("late", queue.late), ...kinds]}
    />
  );
}
