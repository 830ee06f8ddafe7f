import { useFormatter, useLocale, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { EmptyState } from "@/components/ui/empty-state";
import { Cell, NameCell, Row, Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { reference, sheets, type CaseFile } from "@/lib/cases/view";

/** The files a case rests on, as far as they are open to this person. */
export function FilesView({ files }: { files: readonly CaseFile[] }) {
  const t = useTranslations("cases.files");
  const law = useTranslations("law");
  const format = useFormatter();
  const locale = useLocale();
  if (files.length === 0) return <EmptyState title={t("none")} />;
  const columns = [
    { key: "file", label: t("file"), width: "48%" },
    { key: "bond", label: t("bond") },
    { key: "standing", label: t("standing") },
    { key: "sheets", label: t("sheets"), numeric: true },
  ];
  return (
    <Table caption={t("caption")} columns={columns}>
      {files.map((file) => {
        const kept = sheets(file.foliation, file.kept, locale);
        return (
          <Row key={file.id}>
            <NameCell
              href={`/files/${file.id}`}
              name={reference(file.reference, locale)}
              under={file.title}
            />
            <Cell>{t(file.bond)}</Cell>
            <Cell>
              {law(`standing.${file.standing}`)}
              {kept && (
                <span className="mt-0.5 block">
                  <Tag tone="warn">{t("kept", { sheets: kept })}</Tag>
                </span>
              )}
              {file.proceeding && (
                <Link className="mt-0.5 block text-small" href={`/proceedings/${file.proceeding}`}>
                  {t("proceeding")}
                </Link>
              )}
            </Cell>
            <Cell numeric>{file.leaves === null ? "–" : format.number(file.leaves)}</Cell>
          </Row>
        );
      })}
    </Table>
  );
}
