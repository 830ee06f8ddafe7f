import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Columns } from "@/components/ui/columns";
import { DefinitionList } from "@/components/ui/definition-list";
import { EmptyState } from "@/components/ui/empty-state";
import { ListKeys } from "@/components/ui/list-keys";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { Cell, NameCell, Row, Table } from "@/components/ui/table";
import { named } from "@/lib/cases/view";
import type { UnitPlace, UnitRow } from "@/lib/units/view";
import { addressWith } from "./address";
import { ExportForm } from "./export-form";
import { UnitPath } from "./file-head";
import { StandingMark } from "./standing-mark";

type Props = {
  unit: UnitPlace;
  from: number;
  children_: { rows: UnitRow[]; next: number | null };
  exportFailed: boolean;
};

/** An archive, fonds, inventory, or whatever level a finding aid brought: what it says, and what is in it. */
export function UnitPage({ unit, from, children_: { rows, next }, exportFailed }: Props) {
  const t = useTranslations("files");
  const locale = useLocale();
  const here = `/files/${unit.id}`;
  const level = (name: string) => (t.has(`level.${name}`) ? t(`level.${name}`) : name);
  const under = [level(unit.level), unit.reference, unit.dateText, unit.extent].filter(Boolean).join(" · ");
  const areas = Object.entries(unit.description ?? {})
    .filter(([key, value]) => value && t.has(`field.${key}`))
    .map(([key, value]) => ({ key, term: t(`field.${key}`), value }));
  return (
    <>
      <UnitPath path={unit.path} />
      <PageHead
        title={unit.title || unit.reference}
        under={[under, named(unit.archive, locale)].filter(Boolean).join(" · ")}
        aside={
          unit.hasChildren && (
            <ButtonLink kind="ghost" href={addressWith("/files", { view: "list", under: unit.id })}>
              {t("unit.allFiles")}
            </ButtonLink>
          )
        }
      />
      <Columns aside={areas.length > 0 && <Areas items={areas} />}>
        {rows.length === 0 ? (
          <EmptyState title={t("unit.empty")}>{t("unit.emptyHow")}</EmptyState>
        ) : (
          <ListKeys>
            <Table
              caption={t("unit.contents")}
              columns={[
                { key: "unit", label: t("unit.contents"), width: "62%" },
                { key: "date", label: t("field.dateText"), wideOnly: true },
                { key: "standing", label: t("list.standing") },
              ]}
            >
              {rows.map((row) => (
                <Row key={row.id} href={`/files/${row.id}`}>
                  <NameCell
                    href={`/files/${row.id}`}
                    name={row.title || row.reference}
                    under={[level(row.level), row.reference, row.extent].filter(Boolean).join(" · ")}
                  />
                  <Cell wideOnly>{row.dateText}</Cell>
                  <Cell>{row.file && <StandingMark standing={row.file.standing} />}</Cell>
                </Row>
              ))}
            </Table>
          </ListKeys>
        )}
        <Pager
          previous={from > 0 ? here : undefined}
          next={next === null ? undefined : addressWith(here, { from: String(next) })}
        />
        <ExportForm unitId={unit.id} failed={exportFailed} />
      </Columns>
    </>
  );
}

const Areas = ({ items }: { items: { key: string; term: string; value: string }[] }) => (
  <div className="text-small [&_dd]:whitespace-pre-line [&_dl]:grid-cols-1 [&_dl>div]:block [&_dl>div]:border-b [&_dl>div]:border-rule [&_dl>div]:pb-2">
    <DefinitionList items={items} />
  </div>
);
