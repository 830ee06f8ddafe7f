import { useFormatter, useLocale, useTranslations } from "next-intl";
import { reference } from "@/lib/cases/view";
import type { AssignPage } from "@/lib/cases/view-lists";
import { addressOfItem, itemText } from "@/lib/cases/view-register";
import type { FormAction, ListDone } from "@/lib/cases/view-told";
import { AssignForm } from "./assign-form";

type AssignViewProps = { page: AssignPage; stampKey: string; action: FormAction<ListDone> };

export function AssignView({ page, stampKey, action }: AssignViewProps) {
  const t = useTranslations("assign");
  const law = useTranslations("law");
  const format = useFormatter();
  const locale = useLocale();
  const experts = page.experts.map(({ id, name, study, reading }) => ({
    value: id,
    label: t("choice", { name, count: study + reading }),
  }));
  return (
    <AssignForm
      items={page.rows.map((row) => ({
        text: itemText({ ...row, dossierHash: null }),
        name: row.name,
        href: addressOfItem(row.caseId, row.proceeding),
        under: row.reference ? reference(row.reference, locale) : "",
        kind: law(`proceedingKind.${row.kind}`),
        author: row.author ?? t("none"),
        reader: row.reader ?? t("none"),
        since: format.dateTime(new Date(row.since), "date"),
      }))}
      experts={experts}
      columns={[
        { key: "pick", label: <span className="sr-only">{t("column.pick")}</span>, width: "2.5rem" },
        { key: "subject", label: t("column.subject"), width: "36%" },
        { key: "kind", label: t("column.kind"), wideOnly: true },
        { key: "author", label: t("column.author"), wideOnly: true },
        { key: "reader", label: t("column.reader"), wideOnly: true },
        { key: "since", label: t("column.since"), wideOnly: true },
      ]}
      caption={t("caption")}
      stamp={{ key: stampKey, locale }}
      action={action}
    />
  );
}
