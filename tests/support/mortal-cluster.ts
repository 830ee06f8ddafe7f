import path from "node:path";
import pg from "pg";
import { dataOf, runTool } from "@/scripts/pg-tools";
import { closeCluster, readPostmaster } from "@/scripts/postmaster";
import { alive, until } from "@/scripts/process-table";
import { migrate } from "@/scripts/migrate";
import { openDoors } from "@/scripts/roles";
import { openThrowAwayCluster, type ThrowAwayCluster } from "@/scripts/throw-away";

/**
 * A PostgreSQL that a test may kill: durable, as a real one is, and always at the same address, as one that somebody
 * else keeps would be.
 */
export class MortalCluster {
  private constructor(
    private readonly cluster: ThrowAwayCluster,
    readonly appUrl: string,
  ) {}

  static async open(): Promise<MortalCluster> {
    const cluster = await openThrowAwayCluster({ durable: true });
    await asking(cluster.url("postgres"), "create database mortal template template0");
    const doors = await openDoors(cluster.url("mortal"), "the doors of a throw-away cluster", {});
    await migrate(cluster.url("mortal"));
    return new MortalCluster(cluster, doors.app);
  }

  /** Rows as the owner sees them, on a connection of its own: the last may be gone. */
  async ask<R extends pg.QueryResultRow>(sql: string): Promise<R[]> {
    return asking<R>(this.cluster.url("mortal"), sql);
  }

  /** SIGKILL for the server itself; its backends see that it is gone and go as well, some a moment later. */
  async killPostmaster(): Promise<void> {
    const { pid } = await this.running();
    process.kill(pid, "SIGKILL");
    if (!(await until(() => !alive(pid), 10_000))) throw new Error(`${pid} outlives its killing`);
  }

  /** SIGKILL for one process of the server, which throws all others out and recovers; false: there was none. */
  async killOne(which: "backend" | "checkpointer"): Promise<boolean> {
    // Rather one whose transaction is open.
    const found = await this.ask<{ pid: number }>(
      which === "backend"
        ? "select pid from pg_stat_activity where application_name = 'aqtalu' order by xact_start is null, random() limit 1"
        : "select pid from pg_stat_activity where backend_type = 'checkpointer'",
    );
    try {
      return found[0] !== undefined && process.kill(found[0].pid, "SIGKILL");
    } catch {
      return false;
    }
  }

  /** Until it answers again; started anew where the server itself was killed. */
  async recover(): Promise<void> {
    const { home } = this.cluster;
    const log = path.join(home.home, "postgres.log");
    const start = ["start", "-D", dataOf(home), "-l", log, "-w", "-t", "60"];
    const answers = async (): Promise<boolean> => {
      // Backends of the killed one may still be at work, and then it does not start: that is right.
      if (!alive((await this.running()).pid)) await runTool(home, home.binaries.pgCtl, start).catch(() => "");
      return this.ask("select 1").then(
        () => true,
        () => false,
      );
    };
    if (!(await until(answers, 60_000))) throw new Error(`PostgreSQL does not answer; its log is ${log}`);
  }

  async stop(): Promise<void> {
    await closeCluster(this.cluster.home);
    await this.cluster.stop();
  }

  private async running(): Promise<{ pid: number }> {
    const running = await readPostmaster(this.cluster.home);
    if (!running) throw new Error("PostgreSQL left no note of itself");
    return running;
  }
}

async function asking<R extends pg.QueryResultRow>(url: string, sql: string): Promise<R[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query<R>(sql)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}
