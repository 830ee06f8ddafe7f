import { useFormatter, useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Pager } from "@/components/ui/pager";
import { Cell, Row, Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { ProofsPage } from "@/lib/history/view";

/** The signed heads, newest first, each with those who witnessed it. */
export function CheckpointTable({ page }: { page: ProofsPage }) {
  const t = useTranslations("proofs.checkpoint");
  const between = useTranslations("proof.consistency");
  const format = useFormatter();
  if (page.checkpoints.length === 0) return <EmptyState title={t("none")}>{t("noneText")}</EmptyState>;
  return (
    <section>
      <h2 className="heading mb-1">{t("title")}</h2>
      <p className="mb-3 max-w-[68ch] text-soft">
        {t("lead")} <Link href="/history/consistency">{between("link")}</Link>
      </p>
      <Table
        caption={t("title")}
        columns={[
          { key: "size", label: t("size"), numeric: true },
          { key: "at", label: t("at") },
          { key: "root", label: t("root"), wideOnly: true },
          { key: "note", label: t("note"), numeric: true },
          { key: "witnesses", label: t("witnesses") },
        ]}
      >
        {page.checkpoints.map(({ size, at, root, witnesses }) => (
          <Row key={size}>
            <Cell numeric header>
              {format.number(size)}
            </Cell>
            <Cell>
              <Time value={at} format="moment" />
            </Cell>
            <Cell wideOnly>
              <code title={root}>{root.slice(0, 16)}…</code>
            </Cell>
            <Cell numeric>
              <a
                href={`/api/history/checkpoint/${size}`}
                download
                aria-label={t("get", { size: format.number(size) })}
              >
                ↓
              </a>
            </Cell>
            <Cell className="wrap-anywhere">{witnesses.length > 0 ? witnesses.join(", ") : t("nobody")}</Cell>
          </Row>
        ))}
      </Table>
      <Pager next={page.next === null ? undefined : `/history/proofs?below=${page.next}`} />
    </section>
  );
}
