import { useTranslations } from "next-intl";
import { benchBegun, outcomeToSign } from "@/lib/cases/view-outcome";
import type { Standing } from "@/lib/cases/view-standing";
import type { Act } from "@/lib/law/acts";
import type { OpenAct } from "@/lib/law/open-to";
import { ButtonLink } from "@/components/ui/button";
import { ActButton, type ActDesk } from "./act-button";

/** Shown beside the first act, in this order; the rest waits behind a word. */
const beside: readonly Act[] = [
  "disagree",
  "keep",
  "refuse",
  "return",
  "declare_conflict",
  "confirm_unfavourable",
  "supply_certificate",
];

/** Where acts are offered: besides, how the person stands there. */
export type OfferDesk = ActDesk & { standing: Standing };
type ActsProps = OfferDesk & { acts: readonly OpenAct[] };

/** The nearest alternatives, beside the question. */
export function NearActs({ acts, ...props }: ActsProps) {
  return (
    <>
      <RefuseOutcome {...props} acts={acts} />
      {nearOf(acts).map((open) => (
        <ActButton key={open.act} {...props} open={open} />
      ))}
    </>
  );
}

/** Whatever else is open, folded away under the question. */
export function FarActs({ acts, ...props }: ActsProps) {
  const t = useTranslations("sign");
  const near = nearOf(acts);
  const far = acts.filter((open) => !near.includes(open));
  if (far.length === 0) return null;
  return (
    <details className="mt-3">
      <summary className="inline-block py-1 text-small font-semibold text-accent">{t("more")}</summary>
      <div className="mt-2 flex flex-wrap gap-2.5">
        {far.map((open) => (
          <ActButton key={open.act} {...props} open={open} />
        ))}
      </div>
    </details>
  );
}

const nearOf = (acts: readonly OpenAct[]): OpenAct[] =>
  beside.flatMap((act) => acts.find((open) => open.act === act) ?? []);

/** Of a rehabilitation refusal is an outcome to be signed, not an act of its own. */
function RefuseOutcome({ subject, standing }: ActsProps) {
  const law = useTranslations("law");
  const { proceeding, kind } = subject;
  const signs = standing.acts.some((open) => open.act === "sign" && open.unmet.length === 0);
  if (
    kind !== "rehabilitation" ||
    !proceeding ||
    !signs ||
    benchBegun(proceeding) ||
    outcomeToSign(proceeding) === "refused"
  )
    return null;
  return (
    <ButtonLink kind="ghost" href={`/proceedings/${proceeding.id}/sign?act=sign&outcome=refused`}>
      {law("act.refuse")}
    </ButtonLink>
  );
}
