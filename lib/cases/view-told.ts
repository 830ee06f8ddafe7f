import type { Result } from "@/lib/result";

/** A refusal as the screen shows it: the article that came nearest, and the sentence. `stale`: look again first. */
export type Told = { article: string | null; sentence: string; stale: boolean };

/** A server action as a form sends it. */
export type FormAction<V> = (previous: Result<V, Told> | null, form: FormData) => Promise<Result<V, Told>>;

export type ActDone = { proceeding: string; signature: string | null };
export type ItemResult = { proceeding: string; name: string; href: string; told: Told | null };
export type ListDone = { results: ItemResult[] };
