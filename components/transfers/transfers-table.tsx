import { useFormatter, useLocale, useTranslations } from "next-intl";
import { ListKeys } from "@/components/ui/list-keys";
import { Cell, NameCell, Row, Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import type { TransferListed } from "@/lib/transfers/view";
import { useAmounts } from "./amounts";
import { StateTag } from "./state-tag";

type TransfersTableProps = { transfers: TransferListed[]; today: string };

/** Transfers, the newest first; what has not come by its day says so. */
export function TransfersTable({ transfers, today }: TransfersTableProps) {
  const t = useTranslations("transfers");
  return (
    <ListKeys>
      <Table
        caption={t("list.caption")}
        columns={[
          { key: "number", label: t("list.number"), width: "48%" },
          { key: "state", label: t("list.state"), wideOnly: true },
          { key: "planned", label: t("list.planned"), numeric: true },
          { key: "received", label: t("list.received"), numeric: true },
          { key: "due", label: t("list.due"), wideOnly: true },
        ]}
      >
        {transfers.map((transfer) => (
          <TransferRow key={transfer.id} transfer={transfer} late={transfer.due < today} />
        ))}
      </Table>
    </ListKeys>
  );
}

function TransferRow({ transfer, late }: { transfer: TransferListed; late: boolean }) {
  const { id, number, title, from, to, state, planned, received, due } = transfer;
  const t = useTranslations("transfers");
  const locale = useLocale();
  const format = useFormatter();
  const { count, by } = useAmounts();
  const href = `/transfers/${id}`;
  const between = t("page.between", { from: from.names[locale], to: to.names[locale] });
  const difference = received === null ? null : by(received - planned);
  return (
    <Row href={href} out={state === "withdrawn"}>
      <NameCell
        href={href}
        name={title}
        under={
          <>
            {`${t("number", { number: String(number) })} · ${between}`}
            <span className="mt-1 block md:hidden">
              <StateTag state={state} />
            </span>
          </>
        }
      />
      <Cell wideOnly>
        <StateTag state={state} />
      </Cell>
      <Cell numeric>{count(planned)}</Cell>
      <Cell numeric>
        {count(received)}
        {difference && (
          <span className="block">
            <Tag tone="warn">{difference}</Tag>
          </span>
        )}
      </Cell>
      <Cell wideOnly>
        {format.dateTime(new Date(due), "date")}
        {late && state === "announced" && (
          <span className="block">
            <Tag tone="warn">{t("list.late")}</Tag>
          </span>
        )}
      </Cell>
    </Row>
  );
}
