import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Cluster, openCluster } from "./cluster";
import { chooseClusterHome, type ClusterHome } from "./cluster-home";
import { closeCluster } from "./postmaster";
import { alive } from "./process-table";

const PREFIX = "aqtalu-throw-away-";

export type ThrowAwayCluster = Cluster & { readonly home: ClusterHome };
type Options = { durable: boolean; settings?: readonly string[] };

/**
 * A cluster for one run, in a directory of its own; stopping it removes everything. Durable ones flush to
 * disk as a real one does; the others trade that for speed.
 */
export async function openThrowAwayCluster(options: Options = { durable: false }): Promise<ThrowAwayCluster> {
  await sweep();
  const directory = await mkdtemp(path.join(tmpdir(), PREFIX));
  await chmod(directory, 0o711);
  await writeFile(path.join(directory, "owner"), String(process.pid));
  const place = await chooseClusterHome(directory, () => undefined);
  const cluster = await openCluster(place, options);
  return {
    ...cluster,
    home: place,
    stop: async () => {
      await cluster.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** Clears what killed runs left behind: they could not do it themselves. */
async function sweep(): Promise<void> {
  const names = await readdir(tmpdir());
  for (const name of names.filter((each) => each.startsWith(PREFIX))) {
    const directory = path.join(tmpdir(), name);
    const owner = Number(await readFile(path.join(directory, "owner"), "utf8").catch(() => ""));
    if (!owner || alive(owner)) continue;
    await closeCluster(await chooseClusterHome(directory, () => undefined));
    await rm(directory, { recursive: true, force: true });
  }
}
