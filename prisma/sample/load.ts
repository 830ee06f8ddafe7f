import { connect } from "@/lib/store/client";
import { makeBodies } from "./bodies";
import { Calendar } from "./calendar";
import type { SampleCase } from "./cases";
import { appointCast, letChairBeAway } from "./people";
import { Random } from "./random";
import { insertRows } from "./records";
import { addScans, keepActScan } from "./scans";
import { restartReferences } from "./references";
import { Sample } from "./sample";
import { readClosed } from "./scenarios/closed";
import { addDisputed } from "./scenarios/disputed";
import { addForty } from "./scenarios/forty";
import { addAttempts, addKept } from "./scenarios/kept";
import { addLinked } from "./scenarios/linked";
import { addOutcomes } from "./scenarios/outcomes";
import { addPapers } from "./scenarios/papers";
import { addRules } from "./scenarios/rules";
import { addSettlers } from "./scenarios/settlers";
import { addSingles } from "./scenarios/singles";
import { addTransfers } from "./scenarios/transfers";
import { addWorks } from "./scenarios/works";

export type SampleAccount = { login: string; name: string; role: string; password: string };

/**
 * Loads the sample archive into a migrated, empty database: invented people, files and cases of 1916–1953 and
 * December 1986, and the demo cast at work on them. All that happened is made by the law's own write path, with a
 * clock of its own, and is marked as sample. A database that holds bodies already is refused.
 */
export async function loadSample(options: {
  owner: string;
  app: string;
  passwords: (login: string) => string;
  log: (line: string) => void;
}): Promise<{ accounts: SampleAccount[] }> {
  const db = connect(hurried(options.app), { max: 4 });
  try {
    if ((await db.prisma.bodies.count()) > 0) {
      throw new Error("The sample archive goes into an empty database: this one has bodies already.");
    }
    const calendar = new Calendar(new Date());
    const bodies = makeBodies();
    await insertRows(db.prisma, "bodies", Object.values(bodies));
    const { actors, accounts } = await appointCast({ db, calendar, bodies }, options.passwords);
    restartReferences();
    const sample = new Sample(db, calendar, new Random(1937), bodies, actors, await keepActScan());
    addSettlers(sample);
    addForty(sample);
    addSingles(sample);
    addKept(sample);
    addAttempts(sample);
    addDisputed(sample);
    addOutcomes(sample);
    addLinked(sample);
    addWorks(sample);
    addPapers(sample, 150);
    readClosed(sample);
    if (!(await addScans(sample, scanned(sample)))) {
      options.log("This machine has no fonts: the sample archive comes without page images.");
    }
    letChairBeAway(sample);
    addRules(sample);
    addTransfers(sample);
    sample.arrive();
    const steps = await sample.plan.run();
    const { files, cases } = sample;
    options.log(`Sample archive: ${files.length} files, ${cases.length} cases, ${steps} steps of work.`);
    return { accounts };
  } finally {
    await db.close();
  }
}

/** Some cases with a file of their own and some of the forty, decided and still before the commission. */
function scanned({ cases, cited }: Sample): SampleCase[] {
  const ready = cases.filter(({ id, file }) => file.archive === "central" && cited.get(id)?.length === 6);
  const alone = ready.filter(({ file }) => file.spec.accused === 1 && file.spec.layout === "case");
  const together = ready.filter(({ file }) => file.spec.accused === 40);
  return [...alone.slice(0, 2), ...alone.slice(-2), ...together.slice(0, 3), ...together.slice(28, 31)];
}

/** Whoever interrupts the loading begins again with an empty database: no commit has to survive a crash. */
function hurried(url: string): string {
  const address = new URL(url);
  address.searchParams.set("options", "-c timezone=UTC -c synchronous_commit=off");
  return address.href;
}
