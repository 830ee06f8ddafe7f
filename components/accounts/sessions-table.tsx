import { useTranslations } from "next-intl";
import { Cell, Row, Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import { ActForm } from "./act-form";
import type { FormAct } from "./types";

type OwnSession = { id: string; createdAt: Date; seenAt: Date; expiresAt: Date };
type SessionsTableProps = { sessions: OwnSession[]; own: string | null; end: FormAct; endOthers: FormAct };

export function SessionsTable({ sessions, own, end, endOthers }: SessionsTableProps) {
  const t = useTranslations("accounts.profile");
  const columns = [
    { key: "since", label: t("since") },
    { key: "seen", label: t("seen") },
    { key: "until", label: t("until"), wideOnly: true },
    { key: "act", label: t("session") },
  ];
  return (
    <>
      <Table caption={t("sessions")} columns={columns} className="max-w-200">
        {sessions.map((session) => (
          <Row key={session.id}>
            <Cell header>
              <Time value={session.createdAt} format="moment" />
            </Cell>
            <Cell>
              <Time value={session.seenAt} format="moment" />
            </Cell>
            <Cell wideOnly>
              <Time value={session.expiresAt} format="moment" />
            </Cell>
            <Cell>
              {session.id === own ? (
                <Tag tone="accent">{t("thisOne")}</Tag>
              ) : (
                <ActForm action={end} fields={{ sessionId: session.id }} label={t("end")} kind="quiet" />
              )}
            </Cell>
          </Row>
        ))}
      </Table>
      {sessions.length > 1 && (
        <div className="mt-3">
          <ActForm action={endOthers} fields={{}} label={t("endOthers")} />
        </div>
      )}
    </>
  );
}
