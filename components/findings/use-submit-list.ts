"use client";

import { useState, type FormEvent } from "react";
import type { ListItem } from "@/lib/findings/view-answers";
import type { Result } from "@/lib/result";

type Answered = Result<ListItem[], never> | null;

/** Sends the list under one key; an input that was not understood is another request the next time. */
export function useSubmitList(submit: (form: FormData) => Promise<Result<ListItem[], never>>, key: string) {
  const [result, setResult] = useState<Answered>(null);
  const [pending, setPending] = useState(false);
  const send = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    form.set("key", key);
    setPending(true);
    const answer = await submit(form).catch(() => ({ ok: false, kind: "fault", requestId: "" }) as const);
    setPending(false);
    setResult(answer);
  };
  return { result, send: (event: FormEvent<HTMLFormElement>) => void send(event), pending };
}
