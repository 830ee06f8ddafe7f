import { connect } from "@/lib/store/client";
import { makeBodies } from "./bodies";
import { Calendar } from "./calendar";
import { appointCast } from "./people";
import { Random } from "./random";
import { insertRows } from "./records";
import { restartReferences } from "./references";
import { Sample } from "./sample";
import { addDisputed } from "./scenarios/disputed";
import { addForty } from "./scenarios/forty";
import { addAttempts, addKept } from "./scenarios/kept";
import { addLinked } from "./scenarios/linked";
import { addOutcomes } from "./scenarios/outcomes";
import { addPapers } from "./scenarios/papers";
import { addSettlers } from "./scenarios/settlers";
import { addSingles } from "./scenarios/singles";

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
  const db = connect(options.app, { max: 4 });
  try {
    if ((await db.prisma.bodies.count()) > 0) {
      throw new Error("The sample archive goes into an empty database: this one has bodies already.");
    }
    const calendar = new Calendar(new Date());
    const bodies = makeBodies();
    await insertRows(db.prisma, "bodies", Object.values(bodies));
    const { actors, accounts } = await appointCast({ db, calendar, bodies }, options.passwords);
    restartReferences();
    const sample = new Sample(db, calendar, new Random(1937), bodies, actors, "0".repeat(64));
    addSettlers(sample);
    addForty(sample);
    addSingles(sample);
    addKept(sample);
    addAttempts(sample);
    addDisputed(sample);
    addOutcomes(sample);
    addLinked(sample);
    addPapers(sample, 150);
    sample.arrive();
    const steps = await sample.plan.run();
    const { files, cases } = sample;
    options.log(`Sample archive: ${files.length} files, ${cases.length} cases, ${steps} steps of work.`);
    return { accounts };
  } finally {
    await db.close();
  }
}
