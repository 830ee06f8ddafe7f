import { useTranslations } from "next-intl";
import { Cell, NameCell, Row, Table } from "@/components/ui/table";
import { sumOf, type TransferPage } from "@/lib/transfers/view";
import { useAmounts } from "./amounts";

/** What has been taken in of a transfer, import by import, beside what was announced and counted. */
export function ImportsSection({
  page: { imports, lines },
}: {
  page: Pick<TransferPage, "imports" | "lines">;
}) {
  const t = useTranslations("transfers.imports");
  const state = useTranslations("intake.state");
  const { count, sum } = useAmounts();
  const { listed, others, files } = imports;
  if (listed.length + others.count === 0) return null;
  const planned = sum(sumOf(lines.map(({ item }) => item.files)));
  const counted = sum(sumOf(lines.map((line) => line.counted?.files ?? null)));
  return (
    <section className="mb-8">
      <h2 className="heading mb-1">{t("title")}</h2>
      <p className="mb-2">{t("sum", { files: count(files), counted, planned })}</p>
      {listed.length > 0 && (
        <Table
          caption={t("title")}
          columns={[
            { key: "file", label: t("file"), width: "50%" },
            { key: "state", label: t("state") },
            { key: "files", label: t("files"), numeric: true },
          ]}
        >
          {listed.map((one) => (
            <Row key={one.id} href={`/intake/${one.id}`}>
              <NameCell href={`/intake/${one.id}`} name={one.fileName} />
              <Cell>{state(one.state)}</Cell>
              <Cell numeric>{count(one.files)}</Cell>
            </Row>
          ))}
        </Table>
      )}
      {others.count > 0 && (
        <p className="mt-2 text-small text-soft">
          {t(listed.length > 0 ? "others" : "closed", { count: others.count, files: count(others.files) })}
        </p>
      )}
    </section>
  );
}
