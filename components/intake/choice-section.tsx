import { useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";
import { choicesIn, countLeft, leavesAny, type ProposalShown } from "@/lib/intake/view";
import { ChoiceForm, type ChooseAct } from "./choice-form";
import { LeftNotice } from "./left-notice";

/** What of an import is taken, as long as that is not decided. Where there is nothing to choose it is not there. */
export function ChoiceSection({ proposal, act }: { proposal: ProposalShown; act: ChooseAct }) {
  const t = useTranslations("intake.choice");
  const { id, state, summary, leave } = proposal;
  if (state !== "open" || !summary) return null;
  const { digest, left } = summary;
  const choices = choicesIn(summary);
  return (
    <>
      {leavesAny(leave) && <LeftNotice {...{ id, digest, act }} count={countLeft(summary)} />}
      {choices.added + choices.changed > 0 && (
        <Panel title={t("title")}>
          <p className="max-w-[75ch] text-soft">{t("text")}</p>
          <ChoiceForm
            key={JSON.stringify([leave, digest])}
            {...{ id, digest, leave, choices, act }}
            singles={left?.shown ?? []}
          />
        </Panel>
      )}
    </>
  );
}
