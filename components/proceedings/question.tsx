import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { ActRow, Panel } from "@/components/ui/panel";
import { offered } from "@/lib/cases/view-forms";
import type { Change } from "@/lib/cases/view-changes";
import type { Subject } from "@/lib/cases/view-subject";
import type { Act } from "@/lib/law/acts";
import type { Condition } from "@/lib/law/conditions";
import type { OpenAct } from "@/lib/law/open-to";
import { ActButton } from "./act-button";
import { ChangedSince } from "./changed-since";
import { ConflictQuestion, type ConflictQuestionProps } from "./conflict-question";
import { Due } from "./due";
import { FarActs, NearActs, type OfferDesk } from "./other-acts";
import { questionKey } from "./question-key";
import { Waits } from "./waits";

type QuestionProps = OfferDesk & ConflictQuestionProps & { changes: readonly Change[]; home: string };

/** What stands in the way of handing in is the very work that is asked for. */
const handedIn: Partial<Record<Act, readonly Condition[]>> = {
  submit: [
    "earlierActSearched",
    "claimsComplete",
    "claimsCited",
    "chargesDecided",
    "exclusionChecked",
    "nothingSecretCited",
  ],
  propose: ["everySpanAnswered", "everySpanOwned", "everyAnswerBased"],
};

const isAsked = ({ act, unmet }: OpenAct): boolean =>
  unmet.every((condition) => handedIn[act]?.includes(condition));

/** The one act in front of the person as a question in plain words; everything else is quieter. */
export function Question(props: QuestionProps) {
  const { subject, standing } = props;
  const free = standing.acts.filter((act) => act.unmet.length === 0 && !leadsNowhere(act, subject));
  const first = offered
    .map((act) => standing.acts.find((open) => open.act === act && isAsked(open)))
    .find((open) => open !== undefined);
  const assigns = free.some((open) => open.act === "assign_author" || open.act === "assign_reader");
  const unanswered = standing.acts.some((act) => act.signs && act.unmet.includes("conflictAnswered"));
  if (!first && unanswered) return <ConflictQuestion {...props} />;
  if (!first && assigns && isUnassigned(subject)) return <AssignQuestion {...props} free={free} />;
  if (!first) return <Waits {...props} free={free} />;
  return <Asked {...props} first={first} free={free} />;
}

/** At the first step there is nothing to return to. */
const leadsNowhere = ({ act }: OpenAct, { proceeding }: Subject): boolean =>
  act === "return" && (proceeding?.step === "study" || proceeding?.step === "attested");

const isUnassigned = ({ proceeding }: Subject): boolean =>
  (proceeding?.step === "study" && !proceeding.author) ||
  ((proceeding?.step === "study" || proceeding?.step === "second_reading") && !proceeding.reader);

type AskedProps = QuestionProps & { first: OpenAct; free: readonly OpenAct[] };

function Asked(props: AskedProps) {
  const { first, subject, changes } = props;
  const rest = props.free.filter((open) => open !== first);
  const t = useTranslations("sign");
  const acts = useTranslations("acts");
  const { proceeding } = subject;
  return (
    <Panel title={t(questionKey(first.act, subject), { name: subject.name })}>
      <p className="text-soft">
        {acts("article", { article: first.article })}.{" "}
        {first.signs && proceeding && <>{t("edition", { edition: proceeding.edition })} </>}
        {first.signs && <ChangedSince seen={proceeding?.seenBefore ?? null} changes={changes} />}
      </p>
      <ActRow note={<Due at={proceeding?.due ?? null} />}>
        <ActButton {...props} open={first} kind="primary" />
        <NearActs {...props} acts={rest} />
      </ActRow>
      <FarActs {...props} acts={rest} />
    </Panel>
  );
}

function AssignQuestion(props: QuestionProps & { free: readonly OpenAct[] }) {
  const { subject, free } = props;
  const t = useTranslations("sign");
  const acts = useTranslations("acts");
  const rest = free.filter((open) => !open.act.startsWith("assign_"));
  const article = free.find((open) => open.act === "assign_author")?.article ?? "B9";
  return (
    <Panel title={t("question.assign")}>
      <p className="text-soft">{acts("article", { article })}</p>
      <ActRow note={<Due at={subject.proceeding?.due ?? null} />}>
        <ButtonLink href={`/assign?proceeding=${subject.proceeding?.id}`}>{acts("assign.submit")}</ButtonLink>
        <NearActs {...props} acts={rest} />
      </ActRow>
      <FarActs {...props} acts={rest} />
    </Panel>
  );
}
