import { buildIfChanged } from "./build";
import { checkDoors } from "./check-doors";
import { childEnvironment } from "./child-environment";
import { type Database, openDatabase } from "./database";
import { printWelcome } from "./demo-accounts";
import { atEnd, endOnSignals, goDown, isEnding } from "./ending";
import { generateClient } from "./generate";
import { explain, halt } from "./halt";
import { migrate } from "./migrate";
import { portFree } from "./ports";
import { alive, pause, until } from "./process-table";
import { claimRun, leaveRun, noteRun } from "./run-file";
import { readSettings, type Settings } from "./settings";
import { writeMark } from "./setup-mark";
import { runStep, stopSteps } from "./step";
import { serve } from "./serve";

const say = (line: string): void => console.log(line);
const development = process.argv.includes("--dev");

/** The whole of `npm start`, in order. Whatever is opened on the way is closed in reverse. */
async function start(): Promise<void> {
  endOnSignals();
  const settings = readSettings();
  await claimRun(settings.data, settings.url);
  atEnd(() => leaveRun(settings.data));
  await refuseTakenPort(settings.port);
  atEnd(stopSteps);
  if (await generateClient()) say("Made the database client from prisma/schema.prisma.");

  const database = await openDatabase(settings, say, { renew: true });
  if (database.cluster) watchServer(database.cluster.pid, database.cluster.stop);
  await bringUpToDate(settings, database);
  if (!development) await buildIfChanged(say);

  const env = childEnvironment(settings, database);
  const children = await serve({ env, url: settings.url, port: settings.port, development, say });
  await noteRun(settings.data, { pid: process.pid, url: settings.url, children });
  await printWelcome(settings, say);
}

async function refuseTakenPort(port: number): Promise<void> {
  // A web server whose supervisor was killed needs a moment to notice.
  if (await until(() => portFree(port), 3000)) return;
  throw halt(
    `Port ${port} is in use: end what listens there, or start with another one, PORT=${port + 1} npm start.`,
  );
}

/** The private server is nobody's child: its number is looked at once a second. */
function watchServer(pid: number, stop: () => Promise<void>): void {
  atEnd(stop);
  const watch = setInterval(() => {
    if (alive(pid) || isEnding()) return;
    clearInterval(watch);
    say("PostgreSQL ended by itself; its log is beside its data.");
    void goDown(1);
  }, 1000);
  watch.unref();
}

async function bringUpToDate(settings: Settings, database: Database): Promise<void> {
  const { ownerUrl, mark } = database;
  if (mark === "begun")
    throw halt("The sample archive was interrupted while it was loaded: empty the database and start again.");
  const sample = mark === "new" && settings.demo;
  if (sample) await writeMark(ownerUrl, "begun");
  const applied = await migrate(ownerUrl);
  if (applied.length > 0) say(`Migrated the database: ${applied.join(", ")}.`);
  await checkDoors(database.doors);
  if (!sample) return;
  say("Loading the sample archive: invented people, invented cases …");
  await runStep("The sample archive", ["--import", "tsx", "scripts/aqtalu.ts", "sample"]);
}

start().catch(async (fault: unknown) => {
  // Going down pulls the ground from under whatever was still being set up: that is no news.
  if (isEnding()) return pause(60_000);
  console.error(explain(fault));
  await goDown(1);
});
