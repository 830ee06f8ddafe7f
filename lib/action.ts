import { randomUUID } from "node:crypto";
import { revalidatePath } from "next/cache";
import { headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { currentActor, currentSession } from "./auth/actor";
import { sameOrigin } from "./auth/origin";
import { readInput } from "./input";
import type { Actor } from "./law/actor";
import type { Refusal } from "./law/refusals";
import { inRequest, log } from "./log";
import { historyHalted, sqlState } from "./store/transaction";
import type { LiveSession } from "./store/sessions";
import type { Result } from "./result";

export type Context = { requestId: string; now: Date };

type Act<Who, S extends z.ZodType, V, R> = {
  input: S;
  run: (who: Who, input: z.output<S>, context: Context) => Promise<Result<V, R>>;
  /** Paths whose pages show what was changed. */
  revalidate?: (value: V, input: z.output<S>) => string[];
};

/** Called with an input, or by useActionState with what it answered before and a form. */
export type ServerAction<I, V, R = Refusal> = {
  (input: I | FormData): Promise<Result<V, R>>;
  (previous: unknown, input: I | FormData): Promise<Result<V, R>>;
};

/**
 * Makes a server action: where it comes from, who acts, what is asked, the act itself, and only then what
 * is shown anew. A module of actions exports the result, one act each.
 */
export function action<S extends z.ZodType, V, R = Refusal>(
  act: Act<Actor, S, V, R>,
): ServerAction<z.input<S>, V, R> {
  return serve(currentActor, act);
}

/**
 * The same for what a person may do with their own session alone, even while the password is one that
 * somebody else chose: leave, and choose another.
 */
export function sessionAction<S extends z.ZodType, V, R = Refusal>(
  act: Act<LiveSession, S, V, R>,
): ServerAction<z.input<S>, V, R> {
  return serve(currentSession, act);
}

function serve<Who, S extends z.ZodType, V, R>(
  find: () => Promise<Who | null>,
  act: Act<Who, S, V, R>,
): ServerAction<z.input<S>, V, R> {
  return async (...given: unknown[]): Promise<Result<V, R>> => {
    const context = { requestId: randomUUID(), now: new Date() };
    return inRequest(context.requestId, () => answer(find, act, given.at(-1), context));
  };
}

async function answer<Who, S extends z.ZodType, V, R>(
  find: () => Promise<Who | null>,
  act: Act<Who, S, V, R>,
  raw: unknown,
  context: Context,
): Promise<Result<V, R>> {
  if (!sameOrigin(await headers())) {
    log.warn("action_foreign_origin");
    return { ok: false, kind: "origin" };
  }
  try {
    const who = await find();
    if (!who) return { ok: false, kind: "signed_out" };
    const input = readInput(act.input, raw);
    if (!input.ok) return { ok: false, kind: "input", fields: input.fields };
    const result = await act.run(who, input.value, context);
    if (result.ok) act.revalidate?.(result.value, input.value).forEach((path) => revalidatePath(path));
    return result;
  } catch (error) {
    // A redirect or a page that is not there travels as an error and is the framework's to catch.
    unstable_rethrow(error);
    if (sqlState(error) === historyHalted) return { ok: false, kind: "halted" };
    log.fault("action_fault", error);
    return { ok: false, kind: "fault", requestId: context.requestId };
  }
}
