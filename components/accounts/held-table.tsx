import { useTranslations } from "next-intl";
import { Cell, Row, Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import type { HeldView } from "@/lib/accounts/view";
import { ActForm } from "./act-form";
import { HeldName } from "./held-name";
import type { FormAct } from "./types";

const tones = { waiting: "warn", future: "accent", live: "good", past: "plain" } as const;

type HeldTableProps = { caption: string; held: HeldView[]; end?: FormAct };

/** What somebody holds or held: under which act, from when to when, by whom. */
export function HeldTable({ caption, held, end }: HeldTableProps) {
  const t = useTranslations("accounts");
  const columns = [
    { key: "what", label: t("column.held"), width: "34%" },
    { key: "act", label: t("column.act") },
    { key: "days", label: t("column.days"), width: "16%" },
    { key: "state", label: t("column.state"), width: "18%" },
  ];
  return (
    <Table caption={caption} columns={columns}>
      {held.map((one) => (
        <Row key={one.id} out={one.standing === "past"}>
          <Cell header>
            <HeldName held={one} />
          </Cell>
          <Cell>
            {one.act}
            <span className="mt-0.5 block text-small text-soft">
              {t("proposedBy", { name: one.proposedBy.name ?? t("commandLine") })}
              {one.confirmedBy && (
                <> · {t("confirmedBy", { name: one.confirmedBy.name ?? t("commandLine") })}</>
              )}
            </span>
          </Cell>
          <Cell>
            <Time value={one.from} /> – {one.to ? <Time value={one.to} /> : t("open")}
          </Cell>
          <Cell>
            <Tag tone={tones[one.standing]}>{t(`standing.${one.standing}`)}</Tag>
            {end && one.mayEnd && one.standing !== "waiting" && (
              <ActForm
                action={end}
                fields={{ kind: one.kind, id: one.id, accountId: one.accountId }}
                label={t("act.end")}
                kind="quiet"
              />
            )}
          </Cell>
        </Row>
      ))}
    </Table>
  );
}
