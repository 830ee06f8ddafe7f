import { type ChildProcess, spawn } from "node:child_process";
import { pause, until } from "@/scripts/process-table";

/** A child that is started again whenever it ends, as those of the supervisor are, until it is left to end. */
export class KeptChild {
  private child: ChildProcess | null = null;
  private said = "";
  private leaving = false;
  /** How often it ended without having been killed here. */
  fell = 0;

  constructor(
    private readonly file: string,
    private readonly task: unknown,
    private readonly ready: string,
  ) {
    this.launch();
  }

  /** Whether the one that runs now says that it is at work. */
  get atWork(): boolean {
    return this.said.includes(this.ready) && this.child?.exitCode === null && this.child.signalCode === null;
  }

  async begun(): Promise<void> {
    if (!(await until(() => this.atWork, 60_000))) throw new Error(`a child does not begin: ${this.said}`);
  }

  /** False when none was there to be killed. */
  kill(): boolean {
    this.said = "";
    return this.child?.kill("SIGKILL") ?? false;
  }

  async end(): Promise<void> {
    this.leaving = true;
    const { child } = this;
    child?.kill("SIGKILL");
    await until(() => child?.exitCode !== null || child.signalCode !== null, 10_000);
  }

  private launch(): void {
    if (this.leaving) return;
    this.said = "";
    const child = spawn(process.execPath, [this.file], {
      env: { ...process.env, AQTALU_CHILD: JSON.stringify(this.task) },
      stdio: ["ignore", "pipe", "pipe"],
    });
    child.stdout.on("data", (chunk: Buffer) => (this.said += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (this.said = (this.said + chunk.toString()).slice(-5000)));
    child.once("close", (_code, signal) => {
      if (signal !== "SIGKILL") this.fell += 1;
      void pause(50).then(() => this.launch());
    });
    this.child = child;
  }
}
