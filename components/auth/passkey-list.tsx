import { useTranslations } from "next-intl";
import { Dialog } from "@/components/ui/dialog";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Cell, Row, Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { RemovePasskey, type PasskeyAct } from "./remove-passkey";

export type PasskeyShown = { id: string; label: string; addedAt: Date; usedAt: Date | null };

/** The passkeys with which somebody signs; the last one is not put aside but replaced by a reset. */
export function PasskeyList({ passkeys, remove }: { passkeys: readonly PasskeyShown[]; remove: PasskeyAct }) {
  const t = useTranslations("auth.passkey");
  if (passkeys.length === 0) return <EmptyState title={t("none.title")}>{t("none.text")}</EmptyState>;
  const columns = [
    { key: "label", label: t("label") },
    { key: "added", label: t("added") },
    { key: "used", label: t("used"), wideOnly: true },
    { key: "act", label: t("act") },
  ];
  return (
    <Table caption={t("title")} columns={columns} className="max-w-200">
      {passkeys.map(({ id, label, addedAt, usedAt }) => (
        <Row key={id}>
          <Cell header>{label}</Cell>
          <Cell>
            <Time value={addedAt} format="moment" />
          </Cell>
          <Cell wideOnly>{usedAt ? <Time value={usedAt} format="moment" /> : t("never")}</Cell>
          <Cell>
            {passkeys.length > 1 ? (
              <Dialog
                title={t("remove.title", { label })}
                description={t("remove.text")}
                trigger={<Button kind="quiet">{t("remove.button")}</Button>}
              >
                <RemovePasskey id={id} action={remove} />
              </Dialog>
            ) : (
              <span className="text-small text-soft">{t("only")}</span>
            )}
          </Cell>
        </Row>
      ))}
    </Table>
  );
}
