import { setTimeout as pause } from "node:timers/promises";
import type { Actor } from "@/lib/law/actor";
import type { Result } from "@/lib/proceedings/perform";
import type { ActRequest, Order } from "@/lib/proceedings/request";
import { newId } from "@/lib/store/id";
import { bodies, type Cast } from "./people";

/** An act that was acknowledged, as whoever asked for it knows it. */
export type Acknowledged = {
  account: string;
  request: ActRequest;
  key: string;
  answer: Result[];
  sent: number;
};
/** When an order got no answer, and had to be sent again under the same key. */
export type Unanswered = { key: string; at: number };

/** How long somebody waits before they try again, how long for an answer, how long in all (milliseconds). */
const [moment, longest, patience] = [20, 30_000, 120_000];

/** People who work through a web server that may die at any moment: whoever gets no answer asks again. */
export class Load {
  readonly acknowledged: Acknowledged[] = [];
  readonly unanswered: Unanswered[] = [];
  /** Orders that were sent and not answered yet. */
  readonly open = new Set<string>();
  /** What was said last instead of an answer. */
  trouble = "";
  private working = true;

  constructor(
    private readonly address: string,
    private readonly people: Cast,
    private readonly files: string[],
  ) {}

  /** One person's desk after the other's: a file is taken from its opening to its declassification. */
  async work(talks: () => number): Promise<void> {
    for (let file = this.files.shift(); file && this.working; file = this.files.shift())
      await this.declassify(file, talks());
  }

  /** Whoever is at work finishes what they sent. */
  leave(): void {
    this.working = false;
  }

  private async declassify(file: string, talks: number): Promise<void> {
    const { archivist, head, expert, reader, interior, member1, member2, chair } = this.people;
    const opening = { act: "open", subject: { kind: "declassification", id: file } } as const;
    const proceeding = await this.act(archivist, opening);
    const before: [Actor, ActRequest][] = [
      [head, { act: "assign_author", assignee: expert.accountId }],
      [head, { act: "assign_reader", assignee: reader.accountId }],
      [expert, { act: "propose" }],
      [reader, { act: "concur" }],
      [interior, { act: "lift", agencyId: bodies.interior }],
    ];
    const after: [Actor, ActRequest][] = [
      [member1, { act: "sign" }],
      [member2, { act: "sign" }],
      [chair, { act: "sign", basis: "decree" }],
    ];
    const acts = async (steps: [Actor, ActRequest][]): Promise<void> => {
      for (const [actor, request] of steps)
        if (this.working) await this.act(actor, { ...request, ...(await this.shown(proceeding)) });
    };
    await acts(before);
    // Where no other file waits there is always more to ask.
    for (let n = 0; this.working && (n < talks || this.files.length === 0); n++)
      await acts([
        [member1, { act: "ask", text: newId() }],
        [expert, { act: "answer_question", text: newId() }],
      ]);
    await acts(after);
  }

  private async act(actor: Actor, request: ActRequest): Promise<string> {
    const said = { text: `${actor.login}: ${request.act}`, method: "password", register: false } as const;
    const order: Order = { key: newId(), requests: [request], said };
    const account = actor.accountId;
    const sent = Date.now();
    this.open.add(order.key);
    const answer = await this.insist<Result[]>(order.key, "/", JSON.stringify({ account, order }));
    this.open.delete(order.key);
    const result = answer[0];
    if (!result?.ok) throw new Error(`${request.act} by ${actor.login}: ${JSON.stringify(answer)}`);
    this.acknowledged.push({ account, request, key: order.key, answer, sent });
    return result.proceeding;
  }

  private async shown(proceeding: string): Promise<Partial<ActRequest>> {
    const there = await this.insist<{ version: number; dossier: string | null }>(null, `/${proceeding}`);
    return { proceeding, version: there.version, dossierHash: there.dossier ?? undefined };
  }

  /** Sends until there is an answer; what had no effect and what had one without an answer look the same from here. */
  private async insist<T>(key: string | null, path: string, body?: string): Promise<T> {
    for (const ends = Date.now() + patience; Date.now() < ends; await pause(moment)) {
      try {
        const init = { method: body ? "POST" : "GET", body, signal: AbortSignal.timeout(longest) };
        const response = await fetch(this.address + path, init);
        if (response.ok) return (await response.json()) as T;
        this.trouble = await response.text();
      } catch (fault) {
        this.trouble = String(fault);
      }
      if (key) this.unanswered.push({ key, at: Date.now() });
    }
    throw new Error(`no answer in ${patience / 1000} seconds: ${this.trouble}`);
  }
}
