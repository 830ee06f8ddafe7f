import { useLocale, useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { Cell, Row, Table } from "@/components/ui/table";
import { reference, type MentionRow } from "@/lib/cases/view";

/** Everybody named in the case's files, and as what. */
export function MentionsView({ mentions }: { mentions: readonly MentionRow[] }) {
  const t = useTranslations("cases.people");
  const law = useTranslations("law");
  const locale = useLocale();
  if (mentions.length === 0) return <EmptyState title={t("none")} />;
  const columns = [
    { key: "name", label: t("name"), width: "42%" },
    { key: "role", label: t("role") },
    { key: "file", label: t("file"), wideOnly: true },
  ];
  return (
    <Table caption={t("caption")} columns={columns}>
      {mentions.map((mention) => (
        <Row key={mention.id}>
          <Cell header>
            <span className="name">{mention.name}</span>
            {mention.note && <span className="mt-0.5 block text-small text-soft">{mention.note}</span>}
          </Cell>
          <Cell>{law(`mentionRole.${mention.role}`)}</Cell>
          <Cell wideOnly>{reference(mention.reference, locale)}</Cell>
        </Row>
      ))}
    </Table>
  );
}
