import { Link } from "@/components/ui/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { StageMark } from "@/components/ui/stage-mark";
import { Cell, NameCell, Row, Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { labelAt } from "@/lib/archive/positions";
import { parseFoliation, type Foliation } from "@/lib/archive/foliation";
import { printLabel } from "@/lib/archive/sheet-label";
import { named } from "@/lib/cases/view";
import type { LinkedCase, MaterialRow, NamedHere } from "@/lib/units/view";
import { nameExtent } from "@/lib/archive/named-extents";
import { addressWith } from "./address";

export const foliationOf = (text: string | null): Foliation | null => {
  const read = text === null ? null : parseFoliation(text);
  return read?.ok ? read.value : null;
};

export const sheetAt = (foliation: Foliation | null, position: number | null): string => {
  const label = foliation && position !== null ? labelAt(foliation, position) : null;
  return label ? printLabel(label) : "";
};

type ListProps<R> = { fileId: string; foliation: string | null; rows: R[]; edits: boolean; form: ReactNode };

/** The documents of a file in the order of its sheets. */
export function Materials({ fileId, foliation, rows, edits, form }: ListProps<MaterialRow>) {
  const t = useTranslations("files");
  const locale = useLocale();
  const sheets = foliationOf(foliation);
  return (
    <>
      {rows.length === 0 ? (
        <EmptyState title={t("materials.empty")}>{edits && t("materials.emptyHow")}</EmptyState>
      ) : (
        <Table
          caption={t("materials.caption")}
          className="mb-6"
          columns={[
            { key: "title", label: t("field.title"), width: "52%" },
            { key: "sheets", label: t("field.sheets") },
            { key: "date", label: t("field.dateText") },
            { key: "edit", label: <span className="sr-only">{t("edit")}</span> },
          ]}
        >
          {rows.map((row) => (
            <Row key={row.id} id={`m-${row.id}`}>
              <Cell header>
                <span className="name block">{row.title}</span>
                <span className="text-small text-soft">{named(row.kindName, locale) ?? row.kind}</span>{" "}
                {row.hadGrade && <Tag>{t("materials.graded")}</Tag>}
              </Cell>
              <Cell>{sheets && !row.certificate ? nameExtent(sheets, row) : "–"}</Cell>
              <Cell>{row.dateText}</Cell>
              <Cell>
                {edits && <EditLink fileId={fileId} tab="materials" id={row.id} name={row.title} />}
              </Cell>
            </Row>
          ))}
        </Table>
      )}
      {form}
    </>
  );
}

const EditLink = ({ fileId, tab, id, name }: { fileId: string; tab: string; id: string; name: string }) => {
  const t = useTranslations("files");
  return (
    <Link
      scroll={false}
      href={addressWith(`/files/${fileId}`, { tab, row: id })}
      aria-label={t("editNamed", { name })}
    >
      {t("edit")}
    </Link>
  );
};

/** Everybody named in the file and as what; whether a name may be shown is answered for each. */
export function NamedInFile({ fileId, foliation, rows, edits, form }: ListProps<NamedHere>) {
  const t = useTranslations("files");
  const law = useTranslations("law.mentionRole");
  const sheets = foliationOf(foliation);
  return (
    <>
      {rows.length === 0 ? (
        <EmptyState title={t("named.empty")}>{edits && t("named.emptyHow")}</EmptyState>
      ) : (
        <Table
          caption={t("named.caption")}
          className="mb-6"
          columns={[
            { key: "name", label: t("field.name"), width: "46%" },
            { key: "role", label: t("field.role") },
            { key: "access", label: t("field.access") },
            { key: "sheet", label: t("field.sheet"), wideOnly: true },
            { key: "edit", label: <span className="sr-only">{t("edit")}</span> },
          ]}
        >
          {rows.map((row) => (
            <Row key={row.id} href={row.person ? `/people/${row.person.id}` : undefined}>
              {row.person ? (
                <NameCell href={`/people/${row.person.id}`} name={row.name} under={row.note} />
              ) : (
                <Cell header>
                  <span className="name block">{row.name}</span>
                  <span className="text-small text-soft">{row.note}</span>
                </Cell>
              )}
              <Cell>{law(row.role)}</Cell>
              <Cell>{t(`named.access.${row.access}`)}</Cell>
              <Cell wideOnly>{sheetAt(sheets, row.position)}</Cell>
              <Cell>{edits && <EditLink fileId={fileId} tab="named" id={row.id} name={row.name} />}</Cell>
            </Row>
          ))}
        </Table>
      )}
      {form}
    </>
  );
}

export function LinkedCases({ rows, children }: { rows: LinkedCase[]; children?: ReactNode }) {
  const t = useTranslations("files.cases");
  const law = useTranslations("law");
  return (
    <>
      {rows.length === 0 ? (
        <EmptyState title={t("empty")} action={children}>
          {t("emptyHow")}
        </EmptyState>
      ) : (
        <>
          <Table
            caption={t("caption")}
            columns={[
              { key: "person", label: t("person"), width: "50%" },
              { key: "stage", label: t("stage") },
              { key: "bond", label: t("bond") },
            ]}
          >
            {rows.map((row) => (
              <Row key={row.id} href={`/cases/${row.id}`}>
                <NameCell
                  href={`/cases/${row.id}`}
                  name={row.name}
                  under={[row.born, row.dateText].filter(Boolean).join(" · ")}
                />
                <Cell>
                  <StageMark stage={row.stage}>{law(`stage.${row.stage}`)}</StageMark>
                  {row.outcome && (
                    <span className="block text-small text-soft">{law(`outcome.${row.outcome}`)}</span>
                  )}
                </Cell>
                <Cell>{t(`bonds.${row.bond}`)}</Cell>
              </Row>
            ))}
          </Table>
          {children && <div className="mt-4 flex flex-wrap gap-2.5">{children}</div>}
        </>
      )}
    </>
  );
}

/** A form under its list, or in place of it while one row is edited. */
export function RowPanel({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Panel title={title} id="row">
      <div className="mt-3">{children}</div>
    </Panel>
  );
}
