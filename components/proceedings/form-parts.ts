import type { FormField } from "@/lib/cases/view-forms";
import type { Told } from "@/lib/cases/view-told";
import type { Result } from "@/lib/result";

export type Option = { value: string; label: string };
export type SpanOption = { id: string; sheets: string; grade: string | null; basis: string | null };

/** What the fields of a form can be set to, in the words of the reader. */
export type Choices = {
  steps: Option[];
  reasons: Option[];
  conflicts: Option[];
  applications: Option[];
  agencies: Option[];
  grades: Option[];
  spans: SpanOption[];
  basis: string | null;
};

/** Which try of which act on what, as it stood on the screen: hidden in the form. */
export type Stamp = Record<string, string>;

export type FormSpec = { fields: readonly FormField[]; choices: Choices; stamp: Stamp };

type Answered = Result<{ none: number; conflict: number }, Told>;
export type AnswerConflicts = (previous: Answered | null, form: FormData) => Promise<Answered>;
