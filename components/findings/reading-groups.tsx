import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { ButtonLink } from "@/components/ui/button";
import { Cell, NameCell, Row, Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import { isFavourable, outcomes } from "@/lib/law/words";
import { printCitation } from "@/lib/findings/view-cite";
import type { ReadingGroup } from "@/lib/findings/view-own";

/** Undisputed, in full: what a register takes. Everything else is read and signed singly. */
const register = "/registers?act=concur&kind=rehabilitation&step=second_reading&outcome=full";
const plain = (r: ReadingGroup["readings"][number]): boolean => r.single === null && r.outcome === "full";

export function ReadingGroups({ groups }: { groups: ReadingGroup[] }) {
  const t = useTranslations("findings.secondReading");
  return groups.map((group) => {
    const undisputed = group.readings.filter(plain).length;
    return (
      <section key={group.common?.id ?? ""} className="mb-9">
        <div className="mb-2 flex flex-wrap items-end justify-between gap-3">
          <div>
            <h2 className="question">{group.common?.title ?? t("alone")}</h2>
            {group.common && (
              <p className="text-small">
                <Link href={`/findings/common/${group.common.id}`}>
                  {t("common", { number: group.common.number })}
                </Link>
              </p>
            )}
          </div>
          {undisputed > 1 && <ButtonLink href={register}>{t("register", { count: undisputed })}</ButtonLink>}
        </div>
        <GroupTable group={group} />
      </section>
    );
  });
}

function GroupTable({ group }: { group: ReadingGroup }) {
  const t = useTranslations("findings.secondReading");
  const law = useTranslations("law");
  const locale = useLocale();
  return (
    <Table
      caption={group.common?.title ?? t("alone")}
      columns={[
        { key: "name", label: t("name"), width: "55%" },
        { key: "outcome", label: t("outcome") },
        { key: "since", label: t("since"), wideOnly: true },
      ]}
    >
      {group.readings.map((r) => {
        const href = `/cases/${r.caseId}/reading`;
        const outcome = outcomes.find((o) => o === r.outcome);
        const file = { reference: r.reference ?? "", foliation: null };
        return (
          <Row key={r.caseId} href={href}>
            <NameCell href={href} name={r.name} under={r.reference && printCitation(file, null, locale)} />
            <Cell>
              {outcome && (
                <Tag tone={isFavourable(outcome) ? "plain" : "warn"}>{law(`outcome.${outcome}`)}</Tag>
              )}{" "}
              {r.single && <Tag tone="warn">{t("single")}</Tag>}
            </Cell>
            <Cell wideOnly>
              <Time value={r.since} />
            </Cell>
          </Row>
        );
      })}
    </Table>
  );
}
