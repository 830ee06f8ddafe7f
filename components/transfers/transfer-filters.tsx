import { useLocale, useTranslations } from "next-intl";
import { Chips, type Chip } from "@/components/ui/chips";
import { withParams } from "@/components/cases/address";
import { transferStates } from "@/lib/law/transferring";
import type { TransferList } from "@/lib/transfers/view";

export type TransferParams = { state?: string; archive?: string; waiting?: string };

type TransferFiltersProps = { params: TransferParams; list: TransferList; takesPart: boolean };

/** What waits for the reader, each state with its count, each archive that has a part in anything. */
export function TransferFilters({ params, list, takesPart }: TransferFiltersProps) {
  const t = useTranslations("transfers");
  const locale = useLocale();
  const chip = (name: keyof TransferParams, value: string, label: string, count?: number): Chip => {
    const on = params[name] === value;
    return { label, count, on, href: withParams("/transfers", params, { [name]: on ? undefined : value }) };
  };
  const counted = new Map(list.counts.map(({ state, count }) => [state, count]));
  const items = [
    ...(takesPart ? [chip("waiting", "me", t("list.waiting"))] : []),
    ...transferStates
      .filter((state) => counted.has(state) || params.state === state)
      .map((state) => chip("state", state, t(`state.${state}`), counted.get(state) ?? 0)),
    ...list.archives.map(({ id, names }) => chip("archive", id, names[locale])),
  ];
  return <Chips label={t("list.filters")} items={items} />;
}
