import { useFormatter, useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { Cell, NameCell, Row, Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import type { SheetImage } from "@/lib/sheets/view";

type ImageRow = SheetImage & { slug: string; label: string; closed: boolean };

export function ImageTable({
  fileId,
  rows,
  attaches,
}: {
  fileId: string;
  rows: ImageRow[];
  attaches: boolean;
}) {
  const t = useTranslations("files.images");
  const format = useFormatter();
  if (rows.length === 0) return <EmptyState title={t("empty")}>{attaches && t("emptyHow")}</EmptyState>;
  const size = (bytes: number) =>
    format.number(bytes / 1_048_576, { style: "unit", unit: "megabyte", maximumFractionDigits: 1 });
  return (
    <Table
      caption={t("caption")}
      className="mb-6"
      columns={[
        { key: "sheet", label: t("sheet"), width: "40%" },
        { key: "size", label: t("size"), wideOnly: true },
        { key: "added", label: t("added") },
      ]}
    >
      {rows.map((row) => {
        const href = `/files/${fileId}/sheets/${encodeURIComponent(row.slug)}`;
        return (
          <Row key={row.position} href={href}>
            <NameCell
              href={href}
              name={t("sheetName", { label: row.label })}
              under={row.closed ? <Tag tone="warn">{t("closed")}</Tag> : undefined}
            />
            <Cell wideOnly>
              {row.width} × {row.height} · {size(row.bytes)}
            </Cell>
            <Cell>
              {row.addedBy}
              <span className="block text-small text-soft">
                <Time value={row.addedAt} />
              </span>
            </Cell>
          </Row>
        );
      })}
    </Table>
  );
}
