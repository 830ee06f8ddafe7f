import { useTranslations } from "next-intl";
import { ActRow, Panel } from "@/components/ui/panel";
import type { OpenAct } from "@/lib/law/open-to";
import { Due } from "./due";
import { FarActs, NearActs, type OfferDesk } from "./other-acts";

/** Nothing is asked of this person: where it stands, and what they could still do. */
export function Waits({ free, ...props }: OfferDesk & { free: readonly OpenAct[] }) {
  const t = useTranslations("sign.others");
  const law = useTranslations("law");
  const { proceeding } = props.subject;
  const where = proceeding ? law(`step.${proceeding.step}`) : "";
  return (
    <Panel title={t("waits")}>
      <p className="text-soft">
        {!proceeding
          ? t("none")
          : proceeding.decidedAt
            ? t("decided", { step: where })
            : t("waitsText", { step: where })}
      </p>
      <ActRow note={<Due at={proceeding?.decidedAt ? null : (proceeding?.due ?? null)} />}>
        <NearActs {...props} acts={free} />
      </ActRow>
      <FarActs {...props} acts={free} />
    </Panel>
  );
}
