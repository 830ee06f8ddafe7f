/** Where an import stands. `unreadable`: its file is not; `accepting`: it is being written. */
export type ImportState =
  "analysing" | "unreadable" | "open" | "accepting" | "accepted" | "dropped" | "undoing" | "undone";

/** How far the work on an import is. */
export interface JobShown {
  kind: "analyse" | "accept" | "undo";
  state: "waiting" | "running" | "paused" | "done" | "failed" | "cancelled";
  wish: "pause" | "cancel" | null;
  phase: "opening" | "reading" | "comparing" | "writing" | "undoing" | null;
  done: number;
  total: number;
  /** A second, in this phase; null as long as nothing can be said. */
  rate: number | null;
  /** Seconds. */
  left: number | null;
  /** Imports that come before it. */
  before: number;
  /** Under which the log has what went wrong. */
  fault: string | null;
}

export interface Standing {
  state: ImportState;
  job: JobShown | null;
}

/** Why something is not done with an import: it is not there, or something else stands against it. */
export type IntakeRefusal = {
  condition:
    | "gone"
    /** What it would do has changed since it was shown. */
    | "stale"
    /** The file has not arrived whole. */
    | "notArrived"
    /** What arrived is not what was sent. */
    | "damaged"
    /** Nothing is being done with it. */
    | "noJob";
};

export type Settled = { id: string; state: ImportState };
