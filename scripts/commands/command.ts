import type { Database } from "../database";
import type { Settings } from "../settings";

/** What a command is given: the words after its name, and a database that answers. */
export type Call = {
  args: string[];
  settings: Settings;
  database: Database;
  say(line: string): void;
};

type Told = {
  /** How it is typed, after "npm run aqtalu --". */
  usage: string;
  about: string;
};

export type Command = Told & {
  /** Commands for a database that has not been migrated say so; others are refused there. */
  onNewDatabase?: true;
  run(call: Call): Promise<void>;
};

/** One that, with these words, needs no database. */
export type LoneCommand = Told & {
  alone(args: string[]): boolean;
  run(call: Omit<Call, "database">): Promise<void>;
};
