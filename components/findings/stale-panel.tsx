"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ActRow, Panel } from "@/components/ui/panel";
import { Cell, Row, Table } from "@/components/ui/table";
import { differences } from "@/lib/findings/view-diff";
import type { Draft } from "@/lib/findings/view";

type StalePanelProps = { mine: Draft; theirs: Draft; onChoose(choice: "mine" | "theirs"): void };

/** Somebody saved in between (another tab, mostly): what differs, and which of the two goes on. */
export function StalePanel({ mine, theirs, onChoose }: StalePanelProps) {
  const t = useTranslations("findings.stale");
  const place = useTranslations("findings.place");
  const found = differences(mine, theirs);
  return (
    <Panel id="stale" title={t("title")} className="border-warn">
      <p className="text-soft" role="alert">
        {found.length > 0 ? t("lead", { count: found.length }) : t("same")}
      </p>
      {found.length > 0 && (
        <Table
          caption={t("caption")}
          columns={[
            { key: "place", label: t("place"), width: "22%" },
            { key: "mine", label: t("mine") },
            { key: "theirs", label: t("theirs") },
          ]}
        >
          {found.map((one) => (
            <Row key={`${one.place}:${one.nth ?? 0}`}>
              <Cell header>{place(one.place, { nth: one.nth ?? 0 })}</Cell>
              <Cell className="serif">{one.mine || t("nothing")}</Cell>
              <Cell className="serif">{one.theirs || t("nothing")}</Cell>
            </Row>
          ))}
        </Table>
      )}
      <ActRow>
        <Button onClick={() => onChoose("mine")}>{t("keepMine")}</Button>
        <Button kind="ghost" onClick={() => onChoose("theirs")}>
          {t("takeTheirs")}
        </Button>
      </ActRow>
    </Panel>
  );
}
