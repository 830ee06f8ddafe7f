import { useFormatter, useTranslations } from "next-intl";
import type { Exchange, ProceedingShown } from "@/lib/cases/view";

/** What was asked, objected and returned in this proceeding, with the answers. */
export function Exchanges({ proceeding }: { proceeding: ProceedingShown }) {
  const t = useTranslations("cases.exchange");
  return (
    <>
      <Talk title={t("objections")} items={proceeding.objections} />
      <Talk title={t("questions")} items={proceeding.questions} />
      <Returns proceeding={proceeding} />
    </>
  );
}

function Talk({ title, items }: { title: string; items: readonly Exchange[] }) {
  const t = useTranslations("cases.exchange");
  if (items.length === 0) return null;
  return (
    <section className="mb-6">
      <h2 className="label mb-2">{title}</h2>
      {items.map((item, index) => (
        <div key={index} className="border-l-2 border-rule2 py-1 pl-3.5">
          <p className="statement">{item.text}</p>
          <Byline name={item.by.name} at={item.at} />
          {item.answer === null ? (
            <p className="mt-1 text-small font-semibold text-warn">{t("open")}</p>
          ) : (
            <div className="mt-2 pl-3.5">
              <p className="statement">{item.answer}</p>
              <Byline name={item.answeredBy?.name ?? ""} at={item.answeredAt ?? item.at} />
            </div>
          )}
        </div>
      ))}
    </section>
  );
}

function Returns({ proceeding }: { proceeding: ProceedingShown }) {
  const t = useTranslations("cases.exchange");
  const law = useTranslations("law");
  if (proceeding.returns.length === 0) return null;
  return (
    <section className="mb-6">
      <h2 className="label mb-2">{t("returns")}</h2>
      {proceeding.returns.map((one, index) => (
        <div key={index} className="border-l-2 border-warn py-1 pl-3.5">
          <p className="statement">{one.text}</p>
          {one.missing && <p className="text-small">{t("missing", { text: one.missing })}</p>}
          <p className="text-small text-soft">
            {law(`reasonCode.${one.code}`)} ·{" "}
            {t("fromTo", { from: law(`step.${one.from}`), to: law(`step.${one.to}`) })}
          </p>
          <Byline name={one.by.name} at={one.at} />
        </div>
      ))}
    </section>
  );
}

function Byline({ name, at }: { name: string; at: string }) {
  const format = useFormatter();
  return (
    <p className="text-small text-soft">
      {name} · {format.dateTime(new Date(at), "moment")}
    </p>
  );
}
