import { dayOf } from "@/lib/clock";
import type { Act } from "@/lib/law/acts";
import type { ProceedingKind } from "@/lib/law/words";
import { perform, type Result } from "@/lib/proceedings/perform";
import type { ActRequest } from "@/lib/proceedings/request";
import type { Connection } from "@/lib/store/client";
import type { Calendar } from "./calendar";
import type { Actors, Login } from "./cast";
import { insertRows } from "./records";
import { statementOf } from "./statements";

type Terms = Omit<ActRequest, "act" | "proceeding" | "subject" | "version" | "dossierHash">;
export type PlannedAct = {
  day: number;
  minute?: number;
  by: Login;
  act: Act;
  kind: ProceedingKind;
  /** The file or case. */
  subject: string;
  terms?: Terms;
  register?: boolean;
  /** Somebody tries what the law does not allow: the refusal belongs to the sample. */
  refused?: true;
};

type Step = { time: number; order: number; run: () => Promise<void> };

const usual: Partial<Record<Act, number>> = {
  attest: 560, open: 565, assign_author: 590, assign_reader: 600, propose: 840, submit: 845, concur: 900, disagree: 905,
  lift: 660, keep: 665, conclude: 700, enter_act: 720, confirm_act: 735, confirm: 950,
}; // prettier-ignore

/**
 * Everything that happens in the sample, to be performed in the order of time. Acts of one person at one time
 * are one order: a list, or a register where it says so. Signatures outside a register are given one by one.
 */
export class Plan {
  private readonly steps: Step[] = [];
  private readonly lists = new Map<string, PlannedAct[]>();
  private readonly proceedings = new Map<string, string>();
  private keys = 0;

  constructor(
    private readonly db: Connection,
    private readonly calendar: Calendar,
    private readonly actors: Actors,
  ) {}

  /** Anything else that happens at a time: records arriving, conflict answers given. */
  at(day: number, minute: number, run: (at: Date) => Promise<void>): void {
    const at = this.calendar.at(day, minute);
    this.steps.push({ time: at.getTime(), order: this.steps.length, run: () => run(at) });
  }

  act(planned: PlannedAct): void {
    const minute = planned.minute ?? usual[planned.act] ?? (planned.by.startsWith("chair") ? 960 : 630);
    const single = planned.register || !signs.has(planned.act) ? "" : planned.subject;
    const key = [planned.day, minute, planned.by, planned.act, planned.kind, planned.register, single].join();
    const list = this.lists.get(key);
    if (list) {
      list.push(planned);
      return;
    }
    const started = [planned];
    this.lists.set(key, started);
    this.at(planned.day, minute, (at) => this.perform(started, at));
  }

  async run(): Promise<number> {
    const steps = this.steps.toSorted((a, b) => a.time - b.time || a.order - b.order);
    for (const step of steps) await step.run();
    return steps.length;
  }

  proceedingOf(subject: string): string | undefined {
    return this.proceedings.get(subject);
  }

  private async perform(list: readonly PlannedAct[], at: Date): Promise<void> {
    const { by, act, register = false } = list[0]!;
    const actor = this.actors[by];
    const shown = await this.shown(list);
    await this.look(list, shown, actor.accountId, at);
    const requests = list.map(({ kind, subject, terms }): ActRequest => {
      const there = shown.get(subject);
      return {
        act,
        ...(there
          ? { proceeding: there.id, version: there.version, dossierHash: there.dossier_hash ?? undefined }
          : { subject: { kind, id: subject } }),
        ...terms,
      };
    });
    const said = {
      text: statementOf(actor, act, list.length, register),
      method: "password",
      register,
    } as const;
    const desk = { prisma: this.db.prisma, clock: () => at, sample: true };
    const results = await perform(desk, actor, { key: `sample/${(this.keys += 1)}`, requests, said });
    for (const [nth, result] of results.entries()) this.keep(list[nth]!, result, at);
  }

  /** Opening starts a new proceeding; everything else goes on with the newest one of its subject. */
  private async shown(
    list: readonly PlannedAct[],
  ): Promise<Map<string, { id: string; version: number; dossier_hash: string | null }>> {
    const opens = list[0]!.act === "open" || list[0]!.act === "attest";
    const ids = opens ? [] : list.flatMap(({ subject }) => this.proceedings.get(subject) ?? []);
    const { rows } = await this.db.pool.query<{
      subject: string;
      id: string;
      version: number;
      dossier_hash: string | null;
    }>(
      "select coalesce(file_id, case_id) as subject, id, version, dossier_hash from proceedings where id = any($1)",
      [ids],
    );
    return new Map(rows.map((row) => [row.subject, row]));
  }

  /** Whoever signs singly has opened the dossier; of a register people open some. */
  private async look(
    list: readonly PlannedAct[],
    shown: ReadonlyMap<string, { id: string; dossier_hash: string | null }>,
    accountId: string,
    at: Date,
  ): Promise<void> {
    if (!signs.has(list[0]!.act)) return;
    const opened = list.filter(({ register }, nth) => !register || nth % 3 === 0);
    const views = opened.flatMap(({ subject }) => {
      const there = shown.get(subject);
      return there?.dossier_hash ? [{ proceeding_id: there.id, hash: there.dossier_hash }] : [];
    });
    const rows = views.map((view) => ({ ...view, account_id: accountId, at: at.toISOString() }));
    await insertRows(this.db.prisma, "dossier_views", rows, "on conflict do nothing");
  }

  private keep(planned: PlannedAct, result: Result, at: Date): void {
    if (result.ok !== !planned.refused) {
      const what = `${planned.act} by ${planned.by} on ${dayOf(at)}`;
      throw new Error(`the sample did not go as planned: ${what}: ${JSON.stringify(result)}`);
    }
    if (result.ok) this.proceedings.set(planned.subject, result.proceeding);
  }
}

/** Acts that fill a slot. */
const signs: ReadonlySet<Act> = new Set<Act>([
  "confirm", "concur", "disagree", "lift", "keep", "sign", "refuse", "conclude", "confirm_act",
  "confirm_unfavourable", "reopen_second", "reopen", "correct_second", "correct_sign",
]); // prettier-ignore
