import { useLocale, useTranslations } from "next-intl";
import { ListKeys } from "@/components/ui/list-keys";
import { Pager } from "@/components/ui/pager";
import { Cell, NameCell, Row, Table, type Column } from "@/components/ui/table";
import { reference, type CaseRow } from "@/lib/cases/view";
import type { CaseListPage } from "@/lib/cases/view-page";
import { withParams } from "./address";
import { paramsOf } from "./case-filters";
import { CaseStage } from "./case-stage";

/** Cases by keyset pages; the headings sort, the address says how. */
export function CaseList({ page }: { page: CaseListPage }) {
  const t = useTranslations("cases");
  const { search, down, rows, first, last, more } = page;
  const params = paramsOf(page);
  const sorted = (sort: "name" | "year"): Column["sort"] => {
    const on = search.sort === sort;
    const href = withParams("/cases", params, { sort, down: on && !down ? "1" : undefined });
    return { href, direction: on ? (down ? "descending" : "ascending") : undefined };
  };
  const forward = !search.before;
  const previous = first && (forward ? search.after !== undefined : more);
  const next = last && (forward ? more : true);
  return (
    <>
      <ListKeys>
        <Table
          caption={t("caption")}
          columns={[
            { key: "name", label: t("column.name"), width: "40%", sort: sorted("name") },
            { key: "stage", label: t("column.stage") },
            { key: "step", label: t("column.step"), wideOnly: true },
            { key: "year", label: t("column.year"), sort: sorted("year"), wideOnly: true },
            { key: "region", label: t("column.region"), wideOnly: true },
          ]}
        >
          {rows.map((row) => (
            <CaseLine key={row.id} row={row} page={page} />
          ))}
        </Table>
      </ListKeys>
      <Pager
        previous={previous ? withParams("/cases", params, { before: first }) : undefined}
        next={next ? withParams("/cases", params, { after: last }) : undefined}
      />
    </>
  );
}

function CaseLine({ row, page }: { row: CaseRow; page: CaseListPage }) {
  const law = useTranslations("law");
  const locale = useLocale();
  const href = `/cases/${row.id}`;
  const under = [row.born, row.reference && reference(row.reference, locale)].filter(Boolean).join(" · ");
  return (
    <Row href={href}>
      <NameCell href={href} name={row.name} under={under} />
      <Cell>
        <CaseStage {...row} />
        <span className="mt-1 block text-small text-soft md:hidden">
          {[row.step && law(`step.${row.step}`), row.dateText].filter(Boolean).join(" · ")}
        </span>
      </Cell>
      <Cell wideOnly>{row.step ? law(`step.${row.step}`) : <span className="faint">–</span>}</Cell>
      <Cell wideOnly>
        {row.dateText ?? "–"}
        {row.organText && <span className="mt-0.5 block text-small text-soft">{row.organText}</span>}
      </Cell>
      <Cell wideOnly>{(row.region && page.words.region[row.region]?.[locale]) ?? row.region ?? "–"}</Cell>
    </Row>
  );
}
