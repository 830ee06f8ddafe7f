import { useTranslations } from "next-intl";
import { Cell, Row, Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { leavable, type ChangedSample, type Summary } from "@/lib/intake/view";
import { LeaveThing } from "./leave-thing";
import { More } from "./problems-table";

/** The words behind codes of vocabularies: `category/alash`. */
export type Words = Readonly<Record<string, string>>;

type ChangesProps = {
  summary: Pick<Summary, "kind" | "changed">;
  count: number;
  words: Words;
  choosing: boolean;
};

/** Everything that would change, field by field: what is there now and what will be. */
export function ChangesList({ summary, count, words, choosing }: ChangesProps) {
  const t = useTranslations("intake");
  const { changed } = summary;
  if (count === 0) return null;
  return (
    <section className="mb-8">
      <h2 className="heading mb-2">{t("changed.title", { count })}</h2>
      <ul className="flex flex-col gap-5">
        {changed.map((sample, index) => (
          <li key={index}>
            <Change {...{ sample, words }} thing={choosing ? leavable(summary, "changed", sample) : null} />
          </li>
        ))}
      </ul>
      <More shown={changed.length} count={count} />
    </section>
  );
}

function Change({ sample, words, thing }: { sample: ChangedSample; words: Words; thing: string | null }) {
  const t = useTranslations("intake");
  const show = (field: string, value: string) =>
    value === "" ? <span className="text-faint">{t("empty")}</span> : (words[`${field}/${value}`] ?? value);
  return (
    <>
      <p className="mb-1 flex flex-wrap items-baseline gap-2">
        <span className="name">{sample.name}</span>
        <Tag>{t(`noun.${sample.noun}`)}</Tag>
        <LeaveThing thing={thing} name={sample.name} />
      </p>
      <Table
        caption={sample.name}
        columns={[
          { key: "field", label: t("changed.field"), width: "22%" },
          { key: "before", label: t("changed.before"), width: "39%" },
          { key: "after", label: t("changed.after") },
        ]}
      >
        {sample.changes.map(({ field, before, after }) => (
          <Row key={field}>
            <Cell header>{t.has(`field.${field}`) ? t(`field.${field}`) : field}</Cell>
            <Cell className="wrap-break-word text-soft">{show(field, before)}</Cell>
            <Cell className="wrap-break-word">{show(field, after)}</Cell>
          </Row>
        ))}
      </Table>
    </>
  );
}
