import { dayOf } from "@/lib/clock";
import { proposeRuleSet } from "@/lib/rules/write";
import { listRuleSets } from "@/lib/store/rule-sets";
import type { Sample } from "../sample";

const month = 30 * 24 * 3600_000;

/** A change of the rules that one administrator has proposed and the other has still to confirm. */
export function addRules({ plan, actors, db }: Sample): void {
  plan.at(2, 690, async (at) => {
    const [newest] = await listRuleSets(db.prisma);
    const { body } = newest!;
    const proposed = await proposeRuleSet(
      { prisma: db.prisma, clock: () => at, sample: true },
      actors.admin1,
      {
        rules: { ...body, members: 3, days: { ...body.days, study: 90, signing: 30 } },
        label: "Құрамда үш мүше",
        act: "Комиссияның № 4-Ө өкімі",
        reason: "Төрағадан бұрын үш мүше қол қояды; зерделеу мен қол қоюға көбірек уақыт беріледі.",
        day: dayOf(new Date(at.getTime() + month)),
      },
    );
    if (!proposed.ok) throw new Error(`the sample was refused: ${JSON.stringify(proposed)}`);
  });
}
