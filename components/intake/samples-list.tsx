import { useTranslations } from "next-intl";
import { Cell, Row, Table } from "@/components/ui/table";
import { leavable, nouns, type Sample, type Summary } from "@/lib/intake/view";
import { LeaveThing } from "./leave-thing";
import { PlaceText } from "./problem-text";
import { More } from "./problems-table";

type SamplesProps = { summary: Pick<Summary, "kind" | "reading" | "part" | "added" | "counts"> };

/** Some of what is new of each kind, so that one sees whether the file was understood. */
export function AddedSamples({ summary, choosing }: SamplesProps & { choosing: boolean }) {
  const t = useTranslations("intake");
  const { added, counts } = summary;
  return nouns.map((noun) => {
    const samples = added.filter((sample) => sample.noun === noun);
    if (samples.length === 0) return null;
    return (
      <section key={noun} className="mb-8">
        <h2 className="heading mb-2">{t("added.title", { noun: t(`noun.${noun}`) })}</h2>
        <Samples
          lines={hasLines(summary)}
          samples={samples}
          thingOf={choosing ? (sample) => leavable(summary, "added", sample) : undefined}
        />
        <More shown={samples.length} count={counts[noun]?.added ?? 0} />
      </section>
    );
  });
}

/** What is no longer in the file and stays where it is. */
export function MissingSamples({ summary }: { summary: Summary }) {
  const t = useTranslations("intake");
  const { missing, counts } = summary;
  const count = Object.values(counts).reduce((total, tally) => total + tally.missing, 0);
  if (count === 0) return null;
  return (
    <section className="mb-8">
      <h2 className="heading mb-1">{t("missing.title", { count: String(count) })}</h2>
      <p className="mb-2 text-soft">{t("missing.text")}</p>
      <Samples lines={hasLines(summary)} samples={missing} />
      <More shown={missing.length} count={count} />
    </section>
  );
}

/** XML is found by line, a table by row. */
const hasLines = ({ kind, reading, part }: SamplesProps["summary"]): boolean =>
  kind === "ead" || (kind === "authorities" && reading === null && part?.sheet == null);

type ListProps = {
  lines: boolean;
  samples: Sample[];
  /** By what each is left out, where it may be. */
  thingOf?: (sample: Sample) => string | null;
};

function Samples({ lines, samples, thingOf = () => null }: ListProps) {
  const t = useTranslations("intake");
  const choosing = samples.some((sample) => thingOf(sample) !== null);
  return (
    <Table
      caption={t("added.caption")}
      columns={[
        { key: "name", label: t("added.name"), width: "48%" },
        { key: "detail", label: t("added.detail") },
        { key: "at", label: t("added.at"), wideOnly: true },
        ...(choosing ? [{ key: "leave", label: t("choice.column") }] : []),
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
            {sample.at !== null && <PlaceText place={placeOf(lines, sample.at)} />}
          </Cell>
          {choosing && (
            <Cell>
              <LeaveThing thing={thingOf(sample)} name={sample.name} />
            </Cell>
          )}
        </Row>
      ))}
    </Table>
  );
}

function placeOf(lines: boolean, at: number) {
  return lines
    ? ({ kind: "line", line: at, column: 1 } as const)
    : ({ kind: "row", row: at, heading: null } as const);
}
