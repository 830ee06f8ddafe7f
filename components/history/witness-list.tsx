import { useFormatter, useTranslations } from "next-intl";
import { Cell, Row, Table } from "@/components/ui/table";
import { Waiting } from "@/components/ui/time";
import type { ProofsPage } from "@/lib/history/view";

/** Who has signed how much, and how long ago. */
export function WitnessList({ page, now }: { page: ProofsPage; now: Date }) {
  const t = useTranslations("proofs.witness");
  const format = useFormatter();
  return (
    <section className="mb-8">
      <h2 className="heading mb-1">{t("title")}</h2>
      <p className="mb-3 max-w-[68ch] text-soft">{t("lead")}</p>
      <Table
        caption={t("title")}
        columns={[
          { key: "name", label: t("name") },
          { key: "size", label: t("signed"), numeric: true },
          { key: "age", label: t("age"), numeric: true },
        ]}
      >
        {page.witnesses.map(({ name, last }) => (
          <Row key={name}>
            <Cell header className="wrap-anywhere">
              {name}
            </Cell>
            <Cell numeric>{last ? format.number(last.size) : "–"}</Cell>
            <Cell numeric>{last ? <Waiting since={last.at} now={now} /> : t("never")}</Cell>
          </Row>
        ))}
      </Table>
    </section>
  );
}
