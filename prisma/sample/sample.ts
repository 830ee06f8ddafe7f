import type { Connection } from "@/lib/store/client";
import { snapshot } from "@/lib/proceedings/entries";
import { performWork } from "@/lib/proceedings/perform-work";
import { newId } from "@/lib/store/id";
import type { ConflictKind } from "@/lib/law/words";
import type { Bodies } from "./bodies";
import type { Calendar } from "./calendar";
import type { Login } from "./cast";
import { copyPerson, makeCase, nameOthers, type CaseSpec, type SampleCase, type SamplePerson } from "./cases";
import { makeFile, type FileSpec, type SampleFile } from "./files";
import type { Actors } from "./people";
import { Plan } from "./plan";
import type { Random } from "./random";
import { insertRows, Records } from "./records";
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
        this.plan.at(day - 2, 600 + nth * 5, () => this.answer(login, day, files, cases));
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

  /** One list of answers: conflicts marked, none declared for the rest. */
  private async answer(
    login: Login,
    day: number,
    files: readonly SampleFile[],
    cases: readonly SampleCase[],
  ): Promise<void> {
    const withCase = new Set(cases.map(({ file }) => file.id));
    const bare = files.filter(
      ({ id, spec }) => !withCase.has(id) && (spec.secret || /archiv|expert/.test(login)),
    );
    const asked = cases.filter(({ id }) => !this.unanswered.has(`${login}:${id}`));
    const desk = { prisma: this.db.prisma, clock: () => this.calendar.at(day - 2, 600), sample: true };
    const result = await performWork(desk, this.actors[login], {
      work: "answer_conflicts",
      about: {},
      touch: async (tx, at) => {
        const common = { account_id: this.actors[login].accountId, at: at.toISOString() };
        const rows = [
          ...asked.map(({ id }) => {
            const kind = this.conflicts.get(`${login}:${id}`) ?? null;
            const answer = kind ? "conflict" : "none";
            return { ...common, id: newId(), case_id: id, file_id: null, answer, kind };
          }),
          ...bare.map(({ id }) => ({
            ...common,
            id: newId(),
            case_id: null,
            file_id: id,
            answer: "none",
            kind: null,
          })),
        ];
        await insertRows(tx, "conflict_answers", rows);
        const conflicts = rows.filter((row) => row.kind).map((row) => row.case_id);
        return { value: rows.length, facts: { answered: rows.length, conflicts } };
      },
    });
    if (!result.ok) throw new Error(`${login} could not answer: ${JSON.stringify(result)}`);
  }
}
