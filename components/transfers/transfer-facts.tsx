import { useFormatter, useLocale, useTranslations } from "next-intl";
import { DefinitionList } from "@/components/ui/definition-list";
import type { TransferRow, VersionRow } from "@/lib/transfers/view";

/** Between whom, under which basis, and when it is to come. */
export function TransferFacts({ transfer, now }: { transfer: TransferRow; now: VersionRow }) {
  const t = useTranslations("transfers");
  const locale = useLocale();
  const format = useFormatter();
  const items = [
    { key: "from", term: t("field.from"), value: transfer.from.names[locale] },
    { key: "to", term: t("field.to"), value: transfer.to.names[locale] },
    { key: "basis", term: t("page.basis"), value: now.basis },
    { key: "due", term: t("page.due"), value: format.dateTime(new Date(now.due), "long") },
    { key: "own", term: t("page.ownNumber"), value: transfer.ownNumber },
    { key: "version", term: t("page.version"), value: now.version > 1 ? String(now.version) : null },
  ];
  return <DefinitionList items={items.filter(({ value }) => value !== null)} />;
}
