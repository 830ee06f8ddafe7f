import { useFormatter, useTranslations } from "next-intl";
import { Figures } from "@/components/ui/figures";
import { Waiting } from "@/components/ui/time";
import type { ProofsPage } from "@/lib/history/view";

/** How much there is, how much is signed and since when, who has witnessed it. */
export function LedgerFigures({ page, now }: { page: ProofsPage; now: Date }) {
  const t = useTranslations("proofs.figures");
  const format = useFormatter();
  const { entries, waiting, signed, quorum, witnesses } = page;
  const seen = signed?.witnesses ?? 0;
  return (
    <Figures
      items={[
        { key: "entries", value: format.number(entries + waiting), label: t("entries") },
        {
          key: "signed",
          value: format.number(signed?.size ?? 0),
          label: signed
            ? t.rich("signed", { age: () => <Waiting since={signed.at} now={now} /> })
            : t("unsigned"),
          warn: !signed,
        },
        {
          key: "witnesses",
          value: t("of", { seen, all: witnesses.length }),
          label: quorum < 2 ? t("oneWitness") : t("witnesses"),
          warn: seen < quorum || quorum < 2,
        },
        { key: "waiting", value: format.number(waiting), label: t("waiting"), warn: waiting > 100 },
      ]}
    />
  );
}
