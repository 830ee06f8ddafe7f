import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Cell, Row, Table } from "@/components/ui/table";
import { thingOf, type Duplicates, type Suspect } from "@/lib/intake/view";
import { LeaveThing } from "./leave-thing";
import { More } from "./problems-table";

type SuspectsProps = { duplicates: Duplicates | undefined; choosing: boolean };

/** New people who are perhaps somebody else, with what agrees. Whether they are is for a person to say. */
export function SuspectsTable({ duplicates, choosing }: SuspectsProps) {
  const t = useTranslations("intake.suspects");
  if (!duplicates || duplicates.count === 0) return null;
  const { count, shown } = duplicates;
  return (
    <section className="mb-8">
      <h2 className="heading mb-1">{t("title", { count })}</h2>
      <p className="mb-2 max-w-[75ch] text-soft">{t("text")}</p>
      <Table
        caption={t("caption")}
        columns={[
          { key: "new", label: t("new"), width: "32%" },
          { key: "other", label: t("other"), width: "32%" },
          { key: "agrees", label: t("agrees"), wideOnly: true },
          ...(choosing ? [{ key: "leave", label: t("leave") }] : []),
        ]}
      >
        {shown.map((suspect) => (
          <SuspectRow key={suspect.key} {...{ suspect, choosing }} />
        ))}
      </Table>
      <More shown={shown.length} count={count} />
    </section>
  );
}

function SuspectRow({ suspect, choosing }: { suspect: Suspect; choosing: boolean }) {
  const t = useTranslations("intake");
  const { key, name, row, birth, other, yearsAgree } = suspect;
  const under = (...parts: (string | null)[]) => (
    <span className="mt-0.5 block text-small text-soft">{parts.filter(Boolean).join(" · ")}</span>
  );
  const rowOf = (nth: number): string => t("place.row", { row: String(nth) });
  return (
    <Row>
      <Cell header className="wrap-break-word">
        <span className="name">{name}</span>
        {under(rowOf(row), birth)}
      </Cell>
      <Cell className="wrap-break-word">
        {other.id ? (
          <Link href={`/people/${other.id}`} className="name">
            {other.name}
          </Link>
        ) : (
          <span className="name">{other.name}</span>
        )}
        {under(other.row === null ? t("suspects.here") : rowOf(other.row), other.birth)}
      </Cell>
      <Cell wideOnly>{t(yearsAgree ? "suspects.byYears" : "suspects.byName")}</Cell>
      {choosing && (
        <Cell>
          <LeaveThing thing={thingOf("person", key)} name={name} />
        </Cell>
      )}
    </Row>
  );
}
