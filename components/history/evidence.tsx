import { useFormatter, useTranslations } from "next-intl";
import { DefinitionList } from "@/components/ui/definition-list";
import { Cell, Row, Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { EntryEvidence, EntryPage } from "@/lib/history/view-entry";

const Hash = ({ text }: { text: string }) => <code className="text-small break-all">{text}</code>;

/** The leaf, the head over it, and whether the one leads to the other. */
export function Evidence({ page }: { page: EntryPage }) {
  const t = useTranslations("proof.entry.evidence");
  const format = useFormatter();
  const { row, index, leaf, salt, closed, evidence } = page;
  const item = (key: Parameters<typeof t>[0], value: React.ReactNode) => ({ key, term: t(key), value });
  const items = [
    item("id", <Hash text={row.entry.id} />),
    item("seq", format.number(BigInt(row.seq))),
    item("index", index === null ? t("noPlace") : format.number(index)),
    item("leaf", <Hash text={leaf} />),
    item("salt", <Hash text={salt} />),
    ...(closed ? [item("closed", <Hash text={closed} />)] : []),
  ];
  const head = evidence && [
    item("origin", evidence.origin),
    item("size", format.number(evidence.size)),
    item("signed", <Time value={evidence.signedAt} format="moment" />),
    item("root", <Hash text={evidence.root} />),
    item("reached", <Reached evidence={evidence} />),
  ];
  return (
    <section className="mb-8">
      <h2 className="heading mb-3">{t("title")}</h2>
      <DefinitionList items={[...items, ...(head ?? [])]} />
    </section>
  );
}

function Reached({ evidence: { root, reached } }: { evidence: EntryEvidence }) {
  const t = useTranslations("proof.entry.evidence");
  const same = root === reached;
  return (
    <>
      <Hash text={reached} />
      <span className={same ? "block text-small text-soft" : "block font-semibold text-danger"}>
        {t(same ? "same" : "other")}
      </span>
    </>
  );
}

/** The hashes on the way up, from the leaf's neighbour on. */
export function AuditPath({ steps }: Pick<EntryEvidence, "steps">) {
  const t = useTranslations("proof.entry.path");
  const format = useFormatter();
  return (
    <section className="mb-8">
      <h2 className="heading mb-1">{t("title")}</h2>
      <p className="mb-3 max-w-[68ch] text-soft">{steps.length > 0 ? t("lead") : t("none")}</p>
      {steps.length > 0 && (
        <Table
          caption={t("title")}
          columns={[
            { key: "step", label: t("step"), numeric: true, width: "4rem" },
            { key: "side", label: t("side"), width: "6rem" },
            { key: "hash", label: t("hash") },
          ]}
        >
          {steps.map(({ side, hash }, nth) => (
            <Row key={nth}>
              <Cell numeric header>
                {format.number(nth + 1)}
              </Cell>
              <Cell>{t(side)}</Cell>
              <Cell>
                <Hash text={hash} />
              </Cell>
            </Row>
          ))}
        </Table>
      )}
    </section>
  );
}

export function EntryWitnesses({ witnesses }: Pick<EntryEvidence, "witnesses">) {
  const t = useTranslations("proof.entry.witness");
  if (witnesses.length === 0) return null;
  return (
    <section className="mb-8">
      <h2 className="heading mb-3">{t("title")}</h2>
      <Table
        caption={t("title")}
        columns={[
          { key: "name", label: t("name") },
          { key: "at", label: t("at"), numeric: true },
        ]}
      >
        {witnesses.map(({ name, at }) => (
          <Row key={name}>
            <Cell header className="wrap-anywhere">
              {name}
            </Cell>
            <Cell numeric>
              <Time value={at} format="moment" />
            </Cell>
          </Row>
        ))}
      </Table>
    </section>
  );
}

/** A text as it is, letter for letter, folded away until somebody asks. */
export function Verbatim({ title, text }: { title: string; text: string }) {
  return (
    <details className="mb-4">
      <summary className="cursor-pointer">{title}</summary>
      <pre
        tabIndex={0}
        className="mt-2 overflow-x-auto rounded-md border border-rule bg-paper p-3 text-small whitespace-pre-wrap wrap-anywhere"
      >
        {text}
      </pre>
    </details>
  );
}
