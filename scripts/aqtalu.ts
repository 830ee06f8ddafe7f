import { closeConnections } from "@/lib/store/client";
import { childEnvironment } from "./child-environment";
import { accountCommand } from "./commands/account";
import { bodyCommand } from "./commands/body";
import { bundleCommand } from "./commands/bundle";
import type { Command, LoneCommand } from "./commands/command";
import { generateCommand } from "./commands/generate";
import { importCommand } from "./commands/import";
import { keysCommand } from "./commands/keys";
import { migrateCommand } from "./commands/migrate";
import { sampleCommand } from "./commands/sample";
import { signHeadCommand } from "./commands/sign-head";
import { verifierCommand } from "./commands/verifier";
import { verifyCommand } from "./commands/verify";
import { witnessCommand } from "./commands/witness";
import { type Database, openDatabase } from "./database";
import { explain, halt } from "./halt";
import { currentRun } from "./run-file";
import { readSettings, type Settings } from "./settings";

const commands: Record<string, Command | LoneCommand> = {
  account: accountCommand,
  body: bodyCommand,
  bundle: bundleCommand,
  generate: generateCommand,
  import: importCommand,
  keys: keysCommand,
  migrate: migrateCommand,
  sample: sampleCommand,
  "sign-head": signHeadCommand,
  verifier: verifierCommand,
  verify: verifyCommand,
  witness: witnessCommand,
};

const say = (line: string): void => console.log(line);

/** `npm run aqtalu -- <command>`: on the database that is up, or on one started for the while. */
async function main([name = "help", ...args]: string[]): Promise<void> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    for (const { usage, about } of Object.values(commands))
      say(`  npm run aqtalu -- ${usage}\n      ${about}`);
    if (name !== "help") throw halt(`There is no command "${name}".`);
    return;
  }
  const settings = readSettings();
  Object.assign(process.env, { AQTALU_DATA: settings.data, AQTALU_URL: settings.url });
  if ("alone" in command && command.alone(args)) return command.run({ args, settings, say });
  const database = await openDatabase(settings, say);
  try {
    if (database.mark === "new" && !("onNewDatabase" in command)) {
      throw halt('The database is empty: run "npm start" or "npm run aqtalu -- migrate" first.');
    }
    Object.assign(process.env, childEnvironment(settings, database));
    await command.run({ args, settings, database, say });
  } finally {
    await closeConnections();
    await stopOwn(settings, database);
  }
}

/** A server that was up before stays up, and so does one that a start has taken on in the meantime. */
async function stopOwn(settings: Settings, { cluster }: Database): Promise<void> {
  if (cluster && !(await currentRun(settings.data))) await cluster.stop();
}

main(process.argv.slice(2)).catch((fault: unknown) => {
  console.error(explain(fault));
  process.exitCode ||= 1;
});
