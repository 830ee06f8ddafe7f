import { useFormatter, useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { DefinitionList } from "@/components/ui/definition-list";
import { Notice } from "@/components/ui/notice";
import { Cell, Row, Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { ConsistencyPage, HeadShown } from "@/lib/history/view-consistency";

/** Whether the later head goes on from the earlier one, both heads, and the hashes between them. */
export function ConsistencyProof({ found }: { found: NonNullable<ConsistencyPage["found"]> }) {
  const t = useTranslations("proof.consistency");
  const format = useFormatter();
  const { older, newer, holds, steps } = found;
  const says = {
    ...{ older: format.number(older.size), newer: format.number(newer.size) },
    when: format.dateTime(new Date(older.at), "moment"),
  };
  return (
    <>
      <Notice tone={holds ? "good" : "danger"} title={t(holds ? "holds.title" : "fails.title")}>
        {t(holds ? "holds.text" : "fails.text", says)}
      </Notice>
      <section className="no-print mb-8">
        <a
          className={buttonClass("ghost")}
          href={`/api/history/consistency?from=${older.size}&to=${newer.size}`}
          download
        >
          {t("get")}
        </a>
        <p className="mt-2 max-w-[68ch] text-small text-soft">{t("getLead")}</p>
      </section>
      <div className="mb-8 grid gap-6 sm:grid-cols-2">
        <SignedHead title={t("earlier")} head={older} />
        <SignedHead title={t("later")} head={newer} />
      </div>
      <h2 className="heading mb-1">{t("steps")}</h2>
      <p className="mb-3 max-w-[68ch] text-soft">{steps.length > 0 ? t("stepsLead") : t("none")}</p>
      {steps.length > 0 && (
        <Table
          caption={t("steps")}
          columns={[
            { key: "step", label: t("step"), numeric: true, width: "6rem" },
            { key: "hash", label: t("hash") },
          ]}
        >
          {steps.map((hash, nth) => (
            <Row key={nth}>
              <Cell numeric header>
                {format.number(nth + 1)}
              </Cell>
              <Cell>
                <code className="text-small break-all">{hash}</code>
              </Cell>
            </Row>
          ))}
        </Table>
      )}
    </>
  );
}

function SignedHead({ title, head }: { title: string; head: HeadShown }) {
  const t = useTranslations("proofs.checkpoint");
  const format = useFormatter();
  const items = [
    { key: "size", term: t("size"), value: format.number(head.size) },
    { key: "at", term: t("at"), value: <Time value={head.at} format="moment" /> },
    {
      key: "witnesses",
      term: t("witnesses"),
      value: <span className="wrap-anywhere">{head.witnesses.join(", ") || t("nobody")}</span>,
    },
    { key: "root", term: t("root"), value: <code className="text-small break-all">{head.root}</code> },
  ];
  return (
    <section className="min-w-0">
      <h2 className="heading mb-2">{title}</h2>
      <DefinitionList items={items} />
    </section>
  );
}
