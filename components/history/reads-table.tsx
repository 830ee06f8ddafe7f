import { useTranslations } from "next-intl";
import { withParams } from "@/components/cases/address";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Cell, Row, Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { HistoryRow, HistorySearch } from "@/lib/cases/view-history";
import { useRole } from "./role";

type ReadsTableProps = { rows: readonly HistoryRow[]; search: HistorySearch; filtered: boolean };

/** Readings of closed sheets, the newest first; attempts that were refused among them. */
export function ReadsTable({ rows, search, filtered }: ReadsTableProps) {
  const t = useTranslations("audit.reads");
  if (rows.length === 0) {
    return (
      <EmptyState
        title={t(filtered ? "noneFound" : "none")}
        action={
          filtered && (
            <ButtonLink kind="ghost" href="/history/sheets">
              {t("all")}
            </ButtonLink>
          )
        }
      >
        {t("noneText")}
      </EmptyState>
    );
  }
  return (
    <Table
      caption={t("title")}
      columns={[
        { key: "who", label: t("who") },
        { key: "sheet", label: t("sheet") },
        { key: "purpose", label: t("purpose") },
        { key: "at", label: t("at"), numeric: true },
      ]}
    >
      {rows.map((row) => (
        <ReadRow key={row.seq} row={row} search={search} />
      ))}
    </Table>
  );
}

function ReadRow({ row: { entry, about }, search }: { row: HistoryRow; search: HistorySearch }) {
  const t = useTranslations("audit.reads");
  const history = useTranslations("history");
  const law = useTranslations("law");
  const { actor, payload, at } = entry;
  const facts = payload.kind === "work" ? payload.facts : {};
  const sheet = typeof facts.sheet === "string" ? facts.sheet : null;
  const purpose = typeof facts.purpose === "string" ? facts.purpose : null;
  const role = useRole()(actor.role);
  const condition = payload.kind === "refusal" ? payload.condition : null;
  return (
    <Row>
      <Cell header>
        <Link
          href={withParams("/history/sheets", search, { actor: actor.id ?? undefined, q: undefined })}
          className="name text-ink no-underline hover:underline"
        >
          {actor.name}
        </Link>
        {role && <span className="mt-0.5 block text-small text-soft">{role}</span>}
      </Cell>
      <Cell className="min-w-32">
        {sheet ? t("sheetOf", { sheet }) : t("nothing")}
        <span className="mt-0.5 block text-small">
          <Link
            href={withParams("/history/sheets", search, { file: about.fileId ?? undefined, q: undefined })}
          >
            {about.seen ? (about.reference ?? about.name) : history("closedToYou")}
          </Link>
        </span>
      </Cell>
      <Cell className="min-w-48">
        {purpose}
        {condition && (
          <span className="warn">
            {t("refused", {
              why: law.has(`condition.${condition}`) ? law(`condition.${condition}`) : condition,
            })}
          </span>
        )}
      </Cell>
      <Cell numeric>
        <Time value={at} format="moment" />
      </Cell>
    </Row>
  );
}
