import { useTranslations } from "next-intl";
import { Cell, Row, Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import type { ChangedSample } from "@/lib/intake/view";
import { More } from "./problems-table";

/** The words behind codes of vocabularies: `category/alash`. */
export type Words = Readonly<Record<string, string>>;

/** Everything that would change, field by field: what is there now and what will be. */
export function ChangesList({
  changed,
  count,
  words,
}: {
  changed: ChangedSample[];
  count: number;
  words: Words;
}) {
  const t = useTranslations("intake");
  if (count === 0) return null;
  return (
    <section className="mb-8">
      <h2 className="heading mb-2">{t("changed.title", { count })}</h2>
      <ul className="flex flex-col gap-5">
        {changed.map((sample, index) => (
          <li key={index}>
            <Change sample={sample} words={words} />
          </li>
        ))}
      </ul>
      <More shown={changed.length} count={count} />
    </section>
  );
}

function Change({ sample, words }: { sample: ChangedSample; words: Words }) {
  const t = useTranslations("intake");
  const show = (field: string, value: string) =>
    value === "" ? <span className="text-faint">{t("empty")}</span> : (words[`${field}/${value}`] ?? value);
  return (
    <>
      <p className="mb-1 flex flex-wrap items-baseline gap-2">
        <span className="name">{sample.name}</span>
        <Tag>{t(`noun.${sample.noun}`)}</Tag>
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
