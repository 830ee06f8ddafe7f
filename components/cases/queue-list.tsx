import { useTranslations } from "next-intl";
import { Kbd } from "@/components/ui/kbd";
import { ListKeys } from "@/components/ui/list-keys";
import { Pager } from "@/components/ui/pager";
import { Table } from "@/components/ui/table";
import type { Queue } from "@/lib/cases/view";
import { QueueRow } from "./queue-row";

type QueueListProps = { queue: Queue; chair: boolean; now: Date; next?: string };

/** What waits, nearest deadline first; j, k and Enter walk it. */
export function QueueList({ queue, chair, now, next }: QueueListProps) {
  const t = useTranslations("queue");
  return (
    <>
      <ListKeys>
        <Table
          caption={t("caption")}
          columns={[
            { key: "subject", label: t("column.subject"), width: "36%" },
            { key: "what", label: t("column.what"), width: "25%" },
            { key: "signatures", label: t("column.signatures"), wideOnly: true },
            { key: "since", label: t("column.since"), wideOnly: true },
            { key: "due", label: t("column.due"), numeric: true, wideOnly: true },
          ]}
        >
          {queue.rows.map((item) => (
            <QueueRow key={`${item.proceeding}:${item.what}`} item={item} chair={chair} now={now} />
          ))}
        </Table>
      </ListKeys>
      <Pager next={next} />
      <p className="mt-4 text-small text-soft max-md:hidden">
        {t.rich("keys", {
          j: () => <Kbd>J</Kbd>,
          k: () => <Kbd>K</Kbd>,
          enter: () => <Kbd>Enter</Kbd>,
          help: () => <Kbd>?</Kbd>,
        })}
      </p>
    </>
  );
}
