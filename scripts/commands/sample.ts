import { keepDemoAccounts } from "../demo-accounts";
import { halt } from "../halt";
import { migrate } from "../migrate";
import { makePassword } from "../secrets";
import { writeMark } from "../setup-mark";
import type { Command } from "./command";

export const sampleCommand: Command = {
  usage: "sample",
  about: "loads the sample archive with its demo cast into a new database",
  onNewDatabase: true,
  async run({ settings, database, say }) {
    if (database.mark === "ready") throw halt("The sample archive goes into a new database only.");
    await writeMark(database.ownerUrl, "begun");
    await migrate(database.ownerUrl);
    const { loadSample } = await import("@/prisma/sample/load");
    const { ownerUrl: owner, doors } = database;
    const { accounts } = await loadSample({ owner, app: doors.app, passwords: makePassword, log: say });
    await keepDemoAccounts(settings.data, accounts);
    await writeMark(database.ownerUrl, "ready");
  },
};
