import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

/** Where the build stands that is being served. */
const build = path.join(".next", "server");
const read = (file: string): unknown => JSON.parse(readFileSync(path.join(build, file), "utf8"));

const references = z.object({
  node: z.record(
    z.string(),
    z.object({ filename: z.string(), exportedName: z.string(), workers: z.record(z.string(), z.unknown()) }),
  ),
});

/** A server action as the build knows it: the id it is called by, and the address of a page that carries it. */
export type BuiltAction = { id: string; page: string };

/** Every server action of the build, by folder and export: `proceedings#sign`. */
export function builtActions(): Map<string, BuiltAction> {
  const { node } = references.parse(read("server-reference-manifest.json"));
  const found = Object.entries(node).map(([id, { filename, exportedName, workers }]) => {
    const folder = filename.replace(/^app\/\(desk\)\//, "").replace(/\/actions\.tsx?$/, "");
    const [worker] = Object.keys(workers).sort();
    if (!worker) throw new Error(`no page carries ${filename}#${exportedName}`);
    return [`${folder}#${exportedName}`, { id, page: addressOf(worker) }] as const;
  });
  return new Map(found);
}

/** An address under which a page of the build answers; nothing is there under its dynamic parts. */
function addressOf(worker: string): string {
  const parts = worker.split("/").slice(1, -1);
  const shown = parts.filter((part) => !/^\(.*\)$/.test(part));
  return `/${shown.map((part) => (part.startsWith("[") ? nowhere : part)).join("/")}`;
}

/** An id that nothing has. */
export const nowhere = "00000000-0000-4000-8000-000000000000";

const methods = /export\s+(?:const|(?:async\s+)?function)\s+(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\b/g;

/** Every route handler of the build with each method it answers: `GET /api/health`. */
export function builtRoutes(): string[] {
  const known = z.record(z.string(), z.string()).parse(read("app-paths-manifest.json"));
  const routes = Object.keys(known).filter((key) => key.endsWith("/route"));
  return routes.flatMap((key) => methodsOf(key).map((method) => `${method} ${shownAt(key)}`)).sort();
}

const shownAt = (key: string): string => key.replace(/\/route$/, "").replace(/\/\([^/]*\)/g, "");

/** A picture beside the routes is served as it is; everything else says in its source what it answers. */
function methodsOf(key: string): string[] {
  if (/\.\w+\/route$/.test(key)) return ["GET"];
  const source = readFileSync(path.join("app", `${key}.ts`), "utf8");
  const found = [...source.matchAll(methods)].flatMap((match) => match[1] ?? []);
  if (found.length === 0) throw new Error(`app${key}.ts exports no method`);
  return found;
}
