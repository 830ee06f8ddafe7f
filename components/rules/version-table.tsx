import { useTranslations } from "next-intl";
import { Cell, NameCell, Row, Table } from "@/components/ui/table";
import type { RuleVersion } from "@/lib/rules/view";
import { StateTag } from "./state-tag";
import { Period, VersionLabel } from "./version-parts";

/** Every version that there ever was, with who proposed and who confirmed it. */
export function VersionTable({ versions }: { versions: readonly RuleVersion[] }) {
  const t = useTranslations("rules");
  const columns = [
    { key: "version", label: t("columns.version"), width: "34%" },
    { key: "state", label: t("columns.state") },
    { key: "period", label: t("columns.period"), wideOnly: true },
    { key: "who", label: t("columns.who"), wideOnly: true },
  ];
  return (
    <Table caption={t("versions")} columns={columns}>
      {versions.map((one) => {
        const who = [
          one.proposedBy && t("proposedBy", { name: one.proposedBy.name }),
          one.confirmedBy && t("confirmedBy", { name: one.confirmedBy.name }),
          one.withdrawnBy && t("withdrawnBy", { name: one.withdrawnBy.name }),
        ].filter((part) => part !== null);
        return (
          <Row key={one.version} href={`/rules/${one.version}`} out={one.state === "withdrawn"}>
            <NameCell
              href={`/rules/${one.version}`}
              name={t("versionName", { version: one.version })}
              under={<VersionLabel version={one} />}
            />
            <Cell>
              <StateTag state={one.state} />
            </Cell>
            <Cell wideOnly>
              <Period version={one} />
            </Cell>
            <Cell wideOnly>{who.length > 0 ? who.join(", ") : t("product")}</Cell>
          </Row>
        );
      })}
    </Table>
  );
}
