import { useLocale, useTranslations } from "next-intl";
import { ListKeys } from "@/components/ui/list-keys";
import { Cell, NameCell, Row, Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { named, reference } from "@/lib/cases/view";
import type { FileRow } from "@/lib/units/view";
import { StandingMark } from "./standing-mark";

/** Files in the order of their references; what is missing before the next act is said in the row. */
export function FileTable({ rows }: { rows: FileRow[] }) {
  const t = useTranslations("files");
  return (
    <ListKeys>
      <Table
        caption={t("list.caption")}
        columns={[
          { key: "file", label: t("list.file"), width: "46%" },
          { key: "standing", label: t("list.standing") },
          { key: "owner", label: t("list.owner"), wideOnly: true },
          { key: "sheets", label: t("list.sheets"), numeric: true, wideOnly: true },
          { key: "cases", label: t("list.cases"), numeric: true, wideOnly: true },
        ]}
      >
        {rows.map((row) => (
          <FileLine key={row.id} row={row} />
        ))}
      </Table>
    </ListKeys>
  );
}

function FileLine({ row }: { row: FileRow }) {
  const t = useTranslations("files");
  const law = useTranslations("law");
  const locale = useLocale();
  const href = `/files/${row.id}`;
  const under = [reference(row.refPath, locale), row.dateText].filter(Boolean).join(" · ");
  return (
    <Row href={href}>
      <NameCell href={href} name={row.title} under={under} />
      <Cell>
        <StandingMark standing={row.standing} />
        {row.step && <span className="block text-small text-soft">{law(`step.${row.step}`)}</span>}
      </Cell>
      <Cell wideOnly>
        {row.owners.map((owner) => named(owner, locale)).join(", ") || (
          <span className="text-faint">{row.grade ? t("list.noOwner") : "–"}</span>
        )}
      </Cell>
      <Cell wideOnly numeric>
        {row.leaves ?? <Tag tone="warn">{t("list.uncounted")}</Tag>}
      </Cell>
      <Cell wideOnly numeric>
        {row.cases}
      </Cell>
    </Row>
  );
}
