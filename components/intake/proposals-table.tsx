import { useTranslations } from "next-intl";
import { ListKeys } from "@/components/ui/list-keys";
import { Cell, NameCell, Row, Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import type { ProposalSummary } from "@/lib/intake/view";

const tones = {
  analysing: "plain",
  unreadable: "danger",
  open: "accent",
  accepting: "plain",
  accepted: "good",
  dropped: "plain",
  undoing: "plain",
  undone: "plain",
} as const;

/** Files that were read, the newest first; each leads to its differences. */
export function ProposalsTable({ proposals }: { proposals: ProposalSummary[] }) {
  const t = useTranslations("intake");
  return (
    <ListKeys>
      <Table
        caption={t("list.caption")}
        columns={[
          { key: "file", label: t("list.file"), width: "40%" },
          { key: "when", label: t("list.when") },
          { key: "brings", label: t("list.brings"), wideOnly: true },
          { key: "state", label: t("list.state") },
        ]}
      >
        {proposals.map((proposal) => (
          <ProposalRow key={proposal.id} proposal={proposal} />
        ))}
      </Table>
    </ListKeys>
  );
}

function ProposalRow({ proposal }: { proposal: ProposalSummary }) {
  const t = useTranslations("intake");
  const href = `/intake/${proposal.id}`;
  const sum = (part: "added" | "changed"): number =>
    Object.values(proposal.counts).reduce((total, tally) => total + tally[part], 0);
  return (
    <Row href={href}>
      <NameCell href={href} name={proposal.fileName} under={proposal.kind && t(`kind.${proposal.kind}`)} />
      <Cell>
        <Time value={proposal.createdAt} />
      </Cell>
      <Cell wideOnly>
        {proposal.kind &&
          t("brings", { added: sum("added"), changed: sum("changed"), rejected: proposal.problemCount })}
      </Cell>
      <Cell>
        <Tag tone={tones[proposal.state]}>{t(`state.${proposal.state}`)}</Tag>
      </Cell>
    </Row>
  );
}
