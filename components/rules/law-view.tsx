import { useTranslations } from "next-intl";
import { law, signing, standing } from "@/lib/law/law";
import { Conditions, LawTable } from "./law-table";
import { WorksTable } from "./works-table";

/** The procedure itself, article by article. */
export function LawView() {
  const t = useTranslations("rules");
  return (
    <>
      <h2 className="title mt-12 mb-2">{t("law.title")}</h2>
      <p className="mb-5 max-w-[72ch] text-soft">{t("law.lead")}</p>
      {(["d", "r", "b"] as const).map((kind) => (
        <LawTable key={kind} caption={t(`law.${kind}`)} rows={law.filter((row) => row.in === kind)} />
      ))}
      <h3 className="heading mb-1">{t("standing.title")}</h3>
      <Conditions names={standing} />
      <h3 className="heading mt-5 mb-1">{t("signing.title")}</h3>
      <Conditions names={signing} />
      <div className="mt-8">
        <WorksTable />
      </div>
    </>
  );
}
