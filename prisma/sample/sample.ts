import type { Connection } from "@/lib/store/client";
import { snapshot } from "@/lib/proceedings/entries";
import { performWork } from "@/lib/proceedings/perform-work";
import type { Work } from "@/lib/law/acts";
import type { ConflictKind, Part } from "@/lib/law/words";
import type { Json } from "@/lib/ledger/entry";
import type { About } from "@/lib/store/touched";
import type { Tx } from "@/lib/store/transaction";
import { writeAnswers, type Answer } from "./answers";
import type { Bodies } from "./bodies";
import type { Calendar } from "./calendar";
import type { Actors, Login } from "./cast";
import { copyPerson, makeCase, nameOthers, type CaseSpec, type SampleCase, type SamplePerson } from "./cases";
import { makeFile, type FileSpec, type SampleFile } from "./files";
import type { Cited } from "./findings";
import { Plan } from "./plan";
import type { Random } from "./random";
import { Records } from "./records";
import { Tree } from "./units";

/** Days on which archives transferred files; the earlier ones are through, the last one has hardly been begun. */
export const transfers = [375, 300, 210, 120, 30] as const;
export type Transfer = (typeof transfers)[number];

const signers: readonly Login[] = [
  "archivist1", "archivist2", "expert1", "expert2", "expert3", "expert4", "interior", "security", "member1", "member2",
  "member3", "member4", "member5", "member6", "chair", "deputy", "secretary1", "secretary2", "regional",
]; // prettier-ignore
/** Of the newest transfer the commission has not answered yet. */
const slow: readonly Login[] = [
  "member1",
  "member2",
  "member3",
  "member4",
  "member5",
  "member6",
  "chair",
  "deputy",
];

type Held = { records: Records; files: SampleFile[]; cases: SampleCase[] };

/** The archive in the making: what arrives, who is concerned, and the plan of everything that happens to it. */
export class Sample {
  readonly plan: Plan;
  readonly files: SampleFile[] = [];
  readonly cases: SampleCase[] = [];
  /** What the findings cite, by case. */
  readonly cited = new Map<string, Cited[]>();
  private readonly held = new Map<number, Held>();
  private readonly drafting = new Map<number, Records>();
  private readonly tree: Tree;
  private readonly unanswered = new Set<string>();
  private readonly conflicts = new Map<string, ConflictKind>();

  constructor(
    readonly db: Connection,
    readonly calendar: Calendar,
    readonly random: Random,
    readonly bodies: Bodies,
    readonly actors: Actors,
    /** The scan of a legal act, in the store of files. */
    readonly actScan: string,
  ) {
    this.plan = new Plan(db, calendar, actors);
    this.tree = new Tree(this.transfer(375).records, bodies, calendar.at(375, 540));
  }

  file(spec: FileSpec & { day: Transfer }): SampleFile {
    const { records, files } = this.transfer(spec.day);
    const at = this.calendar.at(spec.day, 560);
    const file = makeFile({ records, tree: this.tree, bodies: this.bodies, random: this.random, at }, spec);
    files.push(file);
    this.files.push(file);
    return file;
  }

  case(spec: CaseSpec): SampleCase {
    const { records, cases } = this.transfer(spec.file.spec.day);
    const at = this.calendar.at(spec.file.spec.day, 560);
    const registrar = this.actors.archivist1.accountId;
    const desk = { records, bodies: this.bodies, random: this.random, at, registrar };
    const made = makeCase(desk, spec);
    if (!made.kind.settlers && (spec.nth ?? 0) === 0) nameOthers(desk, spec.file, made.kind);
    cases.push(made);
    this.cases.push(made);
    return made;
  }

  /** Another person of the same name and age. */
  likePerson({ person, file }: SampleCase): SamplePerson {
    return copyPerson(this.transfer(file.spec.day).records, person, this.calendar.at(file.spec.day, 560));
  }

  /** This person has not said yet whether the case concerns them. */
  leaveUnanswered(login: Login, kase: SampleCase): void {
    this.unanswered.add(`${login}:${kase.id}`);
  }

  declareConflict(login: Login, kase: SampleCase, kind: ConflictKind): void {
    this.conflicts.set(`${login}:${kase.id}`, kind);
  }

  /** Drafts that are written down on that day. */
  drafts(day: number): Records {
    const begun = this.drafting.get(day);
    if (begun) return begun;
    const records = new Records();
    this.drafting.set(day, records);
    this.plan.at(day, 800, (at) => this.write(records, at));
    return records;
  }

  /** Puts arrivals and conflict answers into the plan; nothing can be added to a transfer afterwards. */
  arrive(): void {
    for (const [day, { records, files, cases }] of this.held) {
      this.plan.at(day, 560, (at) => this.write(records, at));
      for (const [nth, login] of signers.entries()) {
        if (day === 30 && slow.includes(login)) continue;
        const answers = this.answersOf(login, files, cases);
        const when = { day: day - 2, minute: 600 + nth * 5, by: login, about: {} };
        this.work({ ...when, work: "answer_conflicts" }, (tx, at, by) => writeAnswers(tx, at, by, answers));
      }
    }
  }

  transfer(day: number): Held {
    const known = this.held.get(day);
    if (known) return known;
    const held = { records: new Records(), files: [], cases: [] };
    this.held.set(day, held);
    return held;
  }

  private write(records: Records, at: Date): Promise<void> {
    const { archivist2 } = this.actors;
    return records.write(this.db, at, snapshot(archivist2, archivist2.offices[0] ?? null));
  }

  /** A work around proceedings, which must be granted. `touch` says what the history tells of it. */
  work(order: PlannedWork, touch: Touch): void {
    const { day, minute, by, work, about, edits } = order;
    const actor = this.actors[by];
    this.plan.at(day, minute, async (clock) => {
      const desk = { prisma: this.db.prisma, clock: () => clock, sample: true };
      const touched = async (tx: Tx, at: Date) => ({
        value: null,
        facts: await touch(tx, at, actor.accountId),
      });
      const result = await performWork(desk, actor, { work, about, edits, touch: touched });
      if (!result.ok) throw new Error(`${work} by ${by} was refused: ${JSON.stringify(result)}`);
    });
  }

  /** Conflicts marked, none declared for the rest; nothing said of what was left unanswered. */
  private answersOf(login: Login, files: readonly SampleFile[], cases: readonly SampleCase[]): Answer[] {
    const withCase = new Set(cases.map(({ file }) => file.id));
    const asked = cases.filter(
      (kase) => concerns(login, kase.file, kase.regional) && !this.unanswered.has(`${login}:${kase.id}`),
    );
    const bare = files.filter(
      (file) =>
        !withCase.has(file.id) &&
        (file.spec.secret ? concerns(login, file, false) : /archiv|expert/.test(login)),
    );
    return [
      ...asked.map(({ id }) => {
        const kind = this.conflicts.get(`${login}:${id}`) ?? null;
        return { case_id: id, file_id: null, kind };
      }),
      ...bare.map(({ id }) => ({ case_id: null, file_id: id, kind: null })),
    ];
  }
}

/** An agency sees what it owns, a regional commission what came through it, everybody else all. */
function concerns(login: Login, { spec }: SampleFile, regional: boolean): boolean {
  if (login === "interior" || login === "security") return spec.secret?.owners.includes(login) === true;
  return login !== "regional" || regional;
}

type PlannedWork = {
  day: number;
  minute: number;
  by: Login;
  work: Work;
  about: About;
  edits?: Part;
};
type Touch = (tx: Tx, at: Date, by: string) => Promise<Record<string, Json>>;
