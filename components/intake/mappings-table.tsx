import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Cell, Row, Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { KeptMapping } from "@/lib/intake/view";
import { ForgetMapping } from "./forget-mapping";

type MappingsTableProps = { mappings: readonly KeptMapping[] } & Pick<
  ComponentProps<typeof ForgetMapping>,
  "act"
>;

/** Mappings that the archive has kept; each is deleted after one has been asked once more. */
export function MappingsTable({ mappings, act }: MappingsTableProps) {
  const t = useTranslations("intake.mappings");
  const columns = [
    { key: "name", label: t("name"), width: "40%" },
    { key: "columns", label: t("columns") },
    { key: "saved", label: t("saved"), wideOnly: true },
    { key: "act", label: t("act") },
  ];
  return (
    <Table caption={t("title")} columns={columns} className="max-w-200">
      {mappings.map(({ id, name, savedBy, savedAt, columns: count, read }) => (
        <Row key={id}>
          <Cell header className="wrap-anywhere">
            {name}
          </Cell>
          <Cell>{t("read", { read: String(read), count: String(count) })}</Cell>
          <Cell wideOnly>
            {savedBy}, <Time value={savedAt} />
          </Cell>
          <Cell>
            <Dialog
              title={t("forget.title", { name })}
              description={t("forget.text")}
              trigger={
                <Button kind="quiet" aria-label={t("forget.title", { name })}>
                  {t("forget.button")}
                </Button>
              }
            >
              <ForgetMapping id={id} act={act} />
            </Dialog>
          </Cell>
        </Row>
      ))}
    </Table>
  );
}
