import { migrate } from "../migrate";
import type { Command } from "./command";

export const migrateCommand: Command = {
  usage: "migrate",
  about: "applies the migrations that the database has not had yet",
  onNewDatabase: true,
  async run({ database, say }) {
    const applied = await migrate(database.ownerUrl);
    say(applied.length > 0 ? `Applied ${applied.join(", ")}.` : "Nothing to apply.");
  },
};
