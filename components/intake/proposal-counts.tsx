import { useFormatter, useTranslations } from "next-intl";
import { Cell, Row, Table } from "@/components/ui/table";
import { countLeft, nouns, type Summary } from "@/lib/intake/view";

const always = ["added", "changed", "unchanged", "missing"] as const;

/** How many of each kind are new, changed, unchanged, no longer in the file, and left out where something is. */
export function ProposalCounts({ counts }: Pick<Summary, "counts">) {
  const t = useTranslations("intake");
  const format = useFormatter();
  const parts = countLeft({ counts }) > 0 ? ([...always, "left"] as const) : always;
  const columns = parts.map((part) => ({ key: part, label: t(`counts.${part}`), numeric: true }));
  return (
    <div className="mb-7 max-w-200">
      <Table caption={t("counts.caption")} columns={[{ key: "noun", label: t("counts.noun") }, ...columns]}>
        {nouns.map((noun) => {
          const tally = counts[noun];
          if (!tally) return null;
          return (
            <Row key={noun}>
              <Cell header>{t(`noun.${noun}`)}</Cell>
              {parts.map((part) => (
                <Cell key={part} numeric className={tally[part] ? undefined : "text-faint"}>
                  {format.number(tally[part] ?? 0)}
                </Cell>
              ))}
            </Row>
          );
        })}
      </Table>
    </div>
  );
}
