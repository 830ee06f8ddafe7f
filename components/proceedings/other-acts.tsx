import { useTranslations } from "next-intl";
import type { Act } from "@/lib/law/acts";
import type { OpenAct } from "@/lib/law/open-to";
import { ButtonLink } from "@/components/ui/button";
import { ActButton } from "./act-button";
import type { QuestionProps } from "./question";

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

/** Alternatives of the question: the nearest beside it, the others folded away. */
export function OtherActs({ acts, ...props }: QuestionProps & { acts: readonly OpenAct[] }) {
  const t = useTranslations("sign");
  const near = beside.flatMap((act) => acts.find((open) => open.act === act) ?? []);
  const far = acts.filter((open) => !near.includes(open));
  return (
    <>
      <RefuseOutcome {...props} acts={acts} />
      {near.map((open) => (
        <ActButton key={open.act} {...props} open={open} />
      ))}
      {far.length > 0 && (
        <details className="w-full">
          <summary className="inline-block py-1 text-small font-semibold text-accent">{t("more")}</summary>
          <div className="mt-2 flex flex-wrap gap-2.5">
            {far.map((open) => (
              <ActButton key={open.act} {...props} open={open} />
            ))}
          </div>
        </details>
      )}
    </>
  );
}

/** Of a rehabilitation refusal is an outcome to be signed, not an act of its own. */
function RefuseOutcome({ subject, standing }: QuestionProps & { acts: readonly OpenAct[] }) {
  const law = useTranslations("law");
  const { proceeding, kind } = subject;
  const signs = standing.acts.some((open) => open.act === "sign" && open.unmet.length === 0);
  if (kind !== "rehabilitation" || !proceeding || !signs || proceeding.outcome === "refused") return null;
  return (
    <ButtonLink kind="ghost" href={`/proceedings/${proceeding.id}/sign?act=sign&outcome=refused`}>
      {law("act.refuse")}
    </ButtonLink>
  );
}
