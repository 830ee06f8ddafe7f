import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Cluster, openCluster } from "./cluster";
import { chooseClusterHome } from "./cluster-home";

/** A cluster for one run, in a directory of its own; stopping it removes everything. */
export async function openThrowAwayCluster(): Promise<Cluster> {
  const directory = await mkdtemp(path.join(tmpdir(), "aqtalu-"));
  await chmod(directory, 0o711);
  const place = await chooseClusterHome(directory, () => undefined);
  const cluster = await openCluster(place, { durable: false });
  return {
    ...cluster,
    stop: async () => {
      await cluster.stop();
      await rm(place.home, { recursive: true, force: true });
      await rm(directory, { recursive: true, force: true });
    },
  };
}
