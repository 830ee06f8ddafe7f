import { useFormatter, useTranslations } from "next-intl";
import { Figures, type Figure } from "@/components/ui/figures";
import type { Queue, QueueKind } from "@/lib/cases/view";

const sums: { key: string; of: readonly QueueKind[]; href: string }[] = [
  {
    key: "sign",
    of: ["sign", "read", "reply", "conclude", "confirm", "correct_second", "correct_sign", "reopen"],
    href: "/",
  },
  { key: "study", of: ["study"], href: "/?what=study" },
  { key: "answer", of: ["question", "objection"], href: "/?what=question" },
  { key: "act", of: ["enter_act", "confirm_act"], href: "/?what=enter_act" },
  { key: "assign", of: ["assign"], href: "/?what=assign" },
  { key: "stuck", of: ["stuck"], href: "/?what=stuck" },
];

/** The line of numbers at the head: what kind of work, how much of it, and what is late. */
export function QueueFigures({ queue }: { queue: Queue }) {
  const t = useTranslations("queue.figure");
  const format = useFormatter();
  const figure = (key: string, count: number, href: string, warn?: boolean): Figure[] =>
    count > 0 ? [{ key, value: format.number(count), label: t(key), href, warn }] : [];
  const items = [
    ...sums.flatMap(({ key, of, href }) =>
      figure(
        key,
        of.reduce((sum, kind) => sum + (queue.counts[kind] ?? 0), 0),
        href,
        key === "stuck",
      ),
    ),
    ...figure("conflict", queue.conflicts, "/conflicts"),
    ...figure("late", queue.late, "/?what=late", true),
  ];
  return items.length > 0 ? <Figures items={items} /> : null;
}
