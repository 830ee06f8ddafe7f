"use client";

import { startTransition, useActionState } from "react";
import { touchPasskey, type PreparePasskey } from "@/components/auth/touch-passkey";
import type { Result } from "@/lib/result";
import type { FormAction, Told } from "@/lib/cases/view-told";

type State<V> = { result: Result<V, Told> | null; tries: number };

/**
 * Sends a form with an idempotency key of its own for every new try. A form that was refused or not understood
 * may be sent again with other words, which is another request; one whose answer got lost is the same request.
 * With `prepare` the signer's passkey is asked for first. `onDone` is not left to an effect: with the answer comes the page on which the form no longer stands.
 */
export function useAct<V>(
  act: FormAction<V>,
  key: string,
  { onDone, prepare }: { onDone?: (value: V) => void; prepare?: PreparePasskey } = {},
) {
  const [state, send, pending] = useActionState(
    async (was: State<V>, form: FormData): Promise<State<V>> => {
      form.set("key", `${key}-${was.tries}`);
      const result = (prepare && (await touchPasskey(form, prepare))) ?? (await act(was.result, form));
      if (result.ok) onDone?.(result.value);
      const again = !result.ok && (result.kind === "refusal" || result.kind === "input");
      return { result, tries: was.tries + (again ? 1 : 0) };
    },
    { result: null, tries: 0 },
  );
  // Not the form's own action: React would empty the form after a refusal, and with it what was typed.
  const submit = (event: React.FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    startTransition(() => send(form));
  };
  return { result: state.result, submit, pending };
}
