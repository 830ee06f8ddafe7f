import { useTranslations } from "next-intl";
import { Cell, NameCell, Row, Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import type { AccountSummary } from "@/lib/accounts/view";

export function AccountsTable({ accounts }: { accounts: AccountSummary[] }) {
  const t = useTranslations("accounts");
  const role = useTranslations("shell.role");
  const columns = [
    { key: "name", label: t("column.name"), width: "32%" },
    { key: "offices", label: t("column.offices") },
    { key: "state", label: t("column.state"), width: "20%" },
  ];
  return (
    <Table caption={t("title")} columns={columns}>
      {accounts.map((account) => (
        <Row key={account.id} href={`/accounts/${account.id}`} out={account.disabled}>
          <NameCell href={`/accounts/${account.id}`} name={account.name} under={account.login} />
          <Cell>
            <ul>
              {account.offices.map((office) => (
                <li key={`${office.role}:${office.body}:${office.delegated}`}>
                  {role(office.role)} <span className="text-soft">· {office.body}</span>
                  {office.delegated && <span className="text-soft"> · {t("byDelegation")}</span>}
                </li>
              ))}
            </ul>
            {account.offices.length === 0 && <span className="text-faint">{t("holdsNothing")}</span>}
          </Cell>
          <Cell>
            {account.disabled && <Tag>{t("state.disabled")}</Tag>}
            {account.waiting > 0 && <Tag tone="warn">{t("waitingCount", { count: account.waiting })}</Tag>}
          </Cell>
        </Row>
      ))}
    </Table>
  );
}
