import type { AppointingRefusal } from "@/lib/law/appointing";
import type { Result } from "@/lib/result";
import type { AbsenceRow, AccountEventRow, HeldRow, Names } from "@/lib/store/account-lists";
import type { Role } from "@/lib/law/words";

export type AccountRefusal = AppointingRefusal | { article: string; condition: "accountThere" };
export type AccountResult<V> = Result<V, AccountRefusal>;

/** Where something that gives power stands today. */
export type Standing = "waiting" | "future" | "live" | "past";

export type BodyView = { id: string; kind: string; name: string };

/** `name` is null for the command line. */
export type PersonView = { id: string; name: string | null };

export type HeldView = Omit<HeldRow, "body" | "proposedBy" | "confirmedBy"> & {
  proposedBy: PersonView;
  confirmedBy: PersonView | null;
  body: BodyView | null;
  standing: Standing;
  /** Only while it waits: may the reader confirm it, and if not, why. */
  confirm: true | AccountRefusal["condition"] | null;
  mayEnd: boolean;
};

export type AccountSummary = {
  id: string;
  login: string;
  name: string;
  disabled: boolean;
  offices: { role: Role; body: string; delegated: boolean }[];
  waiting: number;
};

export type AccountView = {
  id: string;
  login: string;
  name: string;
  disabled: boolean;
  passwordTemporary: boolean;
  passwordGivenBy: string | null;
  keyed: boolean;
  coolingUntil: string | null;
  sessions: number;
  held: HeldView[];
  absences: AbsenceRow[];
  events: AccountEventRow[];
  may: { administer: boolean; disable: boolean; recordAbsence: boolean };
};

export type OwnOffice = { role: Role; names: Names; delegated: boolean };
