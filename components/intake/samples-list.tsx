import { useTranslations } from "next-intl";
import { Cell, Row, Table } from "@/components/ui/table";
import { nouns, type Sample, type Summary } from "@/lib/intake/view";
import { PlaceText } from "./problem-text";
import { More } from "./problems-table";

type SamplesProps = { summary: Pick<Summary, "kind" | "added" | "counts"> };

/** Some of what is new of each kind, so that one sees whether the file was understood. */
export function AddedSamples({ summary: { kind, added, counts } }: SamplesProps) {
  const t = useTranslations("intake");
  return nouns.map((noun) => {
    const samples = added.filter((sample) => sample.noun === noun);
    if (samples.length === 0) return null;
    return (
      <section key={noun} className="mb-8">
        <h2 className="heading mb-2">{t("added.title", { noun: t(`noun.${noun}`) })}</h2>
        <Samples kind={kind} samples={samples} />
        <More shown={samples.length} count={counts[noun]?.added ?? 0} />
      </section>
    );
  });
}

/** What is no longer in the file and stays where it is. */
export function MissingSamples({ summary: { kind, missing, counts } }: { summary: Summary }) {
  const t = useTranslations("intake");
  const count = Object.values(counts).reduce((total, tally) => total + tally.missing, 0);
  if (count === 0) return null;
  return (
    <section className="mb-8">
      <h2 className="heading mb-1">{t("missing.title", { count: String(count) })}</h2>
      <p className="mb-2 text-soft">{t("missing.text")}</p>
      <Samples kind={kind} samples={missing} />
      <More shown={missing.length} count={count} />
    </section>
  );
}

function Samples({ kind, samples }: { kind: Summary["kind"]; samples: Sample[] }) {
  const t = useTranslations("intake");
  return (
    <Table
      caption={t("added.caption")}
      columns={[
        { key: "name", label: t("added.name"), width: "48%" },
        { key: "detail", label: t("added.detail") },
        { key: "at", label: t("added.at"), wideOnly: true },
      ]}
    >
      {samples.map((sample, index) => (
        <Row key={index}>
          <Cell header className="wrap-break-word">
            <span className="name">{sample.name}</span>
          </Cell>
          <Cell className="wrap-break-word text-soft">
            {t.has(`role.${sample.detail}`) ? t(`role.${sample.detail}`) : sample.detail}
          </Cell>
          <Cell wideOnly className="text-soft">
            {sample.at !== null && <PlaceText place={placeOf(kind, sample.at)} />}
          </Cell>
        </Row>
      ))}
    </Table>
  );
}

function placeOf(kind: Summary["kind"], at: number) {
  return kind === "ead"
    ? ({ kind: "line", line: at, column: 1 } as const)
    : ({ kind: "row", row: at, heading: null } as const);
}
