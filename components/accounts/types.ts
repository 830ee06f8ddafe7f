import type { AccountRefusal } from "@/lib/accounts/view";
import type { Result } from "@/lib/result";

/** What an action on accounts answers, as forms see it. */
export type Answered<V = unknown> = Result<V, AccountRefusal>;
export type FormAct<V = unknown> = (previous: Answered<V> | null, form: FormData) => Promise<Answered<V>>;
