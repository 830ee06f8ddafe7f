import { createHash } from "node:crypto";
import { chmod, chown, mkdir, readFile } from "node:fs/promises";
import path from "node:path";
import { type Binaries, copyBinaries, nativeDirectory, readyBinaries } from "./binaries";
import { openToOthers, type ServiceUser, serviceUser } from "./service-user";

const SHARED = "/var/lib/aqtalu";

/** Where a private PostgreSQL keeps its data, which binaries it runs and as whom. */
export type ClusterHome = { home: string; binaries: Binaries; user: ServiceUser };

/**
 * Below the data directory, unless the service user that root lends to PostgreSQL could not enter there
 * (`/root` is closed to others): then data and binaries live under /var/lib/aqtalu, and we say so.
 */
export async function chooseClusterHome(
  dataDirectory: string,
  say: (line: string) => void,
): Promise<ClusterHome> {
  await makeOpenDirectory(dataDirectory);
  const user = await serviceUser();
  const native = await nativeDirectory();
  if (user.uid === undefined) {
    const home = path.join(dataDirectory, "postgres");
    await mkdir(home, { recursive: true, mode: 0o700 });
    return { home, binaries: await readyBinaries(native), user };
  }
  const reachable = await openToOthers(native);
  const copy = path.join(SHARED, `postgres-${await release(native)}`);
  if (!reachable) await makeOpenDirectory(SHARED);
  const runnable = reachable ? native : await copyBinaries(native, copy);
  const home = (await openToOthers(dataDirectory))
    ? path.join(dataDirectory, "postgres")
    : path.join(SHARED, nameFor(dataDirectory));
  if (home.startsWith(SHARED)) {
    say(`Others may not enter ${dataDirectory}, so PostgreSQL keeps its data in ${home}.`);
  }
  await makeOpenDirectory(path.dirname(home));
  await mkdir(home, { recursive: true, mode: 0o700 });
  await chown(home, user.uid, user.gid ?? user.uid);
  return { home, binaries: await readyBinaries(runnable), user };
}

/** Others may pass through it, whatever the umask; one that is there already keeps the rights it has. */
export async function makeOpenDirectory(directory: string): Promise<void> {
  const made = await mkdir(directory, { recursive: true });
  if (made) await chmod(directory, 0o755);
}

/** A name of its own per data directory, so that two checkouts never share a database unawares. */
function nameFor(dataDirectory: string): string {
  const digest = createHash("sha256").update(path.resolve(dataDirectory)).digest("hex").slice(0, 10);
  return `data-${digest}`;
}

async function release(native: string): Promise<string> {
  const text = await readFile(path.join(native, "..", "package.json"), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}
