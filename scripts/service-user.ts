import { execFile } from "node:child_process";
import { stat } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { halt } from "./halt";

const run = promisify(execFile);
const NAME = "aqtalu";

/** Whom PostgreSQL runs as; empty when that is simply whoever started us. */
export type ServiceUser = { uid?: number; gid?: number };

/** PostgreSQL refuses to run as root: root lends it a system user, made on first use. */
export async function serviceUser(): Promise<ServiceUser> {
  if (process.getuid?.() !== 0) return {};
  const found = await lookUp();
  if (found) return found;
  await run("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/bin/false", NAME]).catch(
    () => null,
  );
  const made = await lookUp();
  if (made) return made;
  throw halt(
    `PostgreSQL does not run as root and the system user "${NAME}" could not be made: ` +
      "make it, start as an ordinary user, or set DATABASE_URL.",
  );
}

async function lookUp(): Promise<ServiceUser | null> {
  try {
    const [uid, gid] = await Promise.all([run("id", ["-u", NAME]), run("id", ["-g", NAME])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return null;
  }
}

/** Whether everyone on this machine may enter every directory on the way. */
export async function openToOthers(directory: string): Promise<boolean> {
  for (let at = path.resolve(directory); ; at = path.dirname(at)) {
    const mode = await stat(at).then(
      (found) => found.mode,
      () => 0o001,
    );
    if ((mode & 0o001) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
}
