import { useFormatter, useTranslations } from "next-intl";
import { Cell, Row, Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { HistoryRow } from "@/lib/cases/view-history";
import { slotKey } from "@/lib/cases/sentences";
import { useEntryTitle } from "./entry-title";
import { useRole } from "./role";

/** Everything that happened in the proceeding, oldest first; the drawn entry is marked. */
export function PaperChain({ chain, drawn }: { chain: readonly HistoryRow[]; drawn: string }) {
  const t = useTranslations("audit.papers.chain");
  return (
    <div className="mt-5">
      <h3 className="heading mb-1">{t("title")}</h3>
      <Table
        caption={t("title")}
        className="text-small"
        columns={[
          { key: "at", label: t("at") },
          { key: "what", label: t("what") },
          { key: "who", label: t("who") },
          { key: "article", label: t("article") },
          { key: "seq", label: t("seq"), numeric: true },
        ]}
      >
        {chain.map((row) => (
          <ChainRow key={row.seq} row={row} drawn={row.seq === drawn} />
        ))}
      </Table>
    </div>
  );
}

function ChainRow({ row: { entry, seq }, drawn }: { row: HistoryRow; drawn: boolean }) {
  const t = useTranslations("audit.papers.chain");
  const history = useTranslations("history");
  const law = useTranslations("law");
  const format = useFormatter();
  const title = useEntryTitle(entry.payload);
  const role = useRole();
  const { payload, actor, at } = entry;
  const signature = payload.kind === "act" ? payload.signature : null;
  const how = signature && [
    law(slotKey(signature.slot)),
    history(signature.register ? "register" : "singly"),
    history(signature.opened ? "openedDossier" : "unopened"),
  ];
  return (
    <Row selected={drawn}>
      <Cell className="py-1.5!">
        <Time value={at} format="moment" />
      </Cell>
      <Cell className="min-w-44 py-1.5!">
        <span className="inline-block first-letter:uppercase">{title}</span>
        {drawn && <b className="ml-1.5">{t("drawn")}</b>}
        {how && <span className="block text-tiny text-soft">{how.join(" · ")}</span>}
      </Cell>
      <Cell className="py-1.5!">
        {actor.name}
        <span className="block text-tiny text-soft">{role(actor.role)}</span>
      </Cell>
      <Cell className="py-1.5!">
        {"article" in payload && payload.article !== "–" ? payload.article : ""}
      </Cell>
      <Cell numeric className="py-1.5!">
        {format.number(BigInt(seq))}
      </Cell>
    </Row>
  );
}
