import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { bench as append } from "./append";
import { bench as desk } from "./desk";
import { bench as importTable } from "./import";
import { bench as leak } from "./leak";
import { bench as list } from "./list";
import type { Bench } from "./measure";
import { bench as open } from "./open";
import { bench as search } from "./search";
import { bench as sequence } from "./sequence";
import { bench as sign } from "./sign";
import { bench as verify } from "./verify";

/** `npm run bench -- <name> [--json FILE] [--quick]`: one operation beside its contenders, in one run. */
const benches: Record<string, Bench> = {
  append,
  desk,
  import: importTable,
  leak,
  list,
  open,
  search,
  sequence,
  sign,
  verify,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: "string" }, quick: { type: "boolean", default: false } },
});
const name = positionals[0] ?? "";
const chosen = benches[name];
if (!chosen) {
  process.stderr.write(`Name one of: ${Object.keys(benches).join(", ")}\n`);
  process.exit(2);
}
const figures = await chosen({ quick: values.quick });
process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
if (values.json) await writeFile(values.json, `${JSON.stringify({ name, ...figures }, null, 2)}\n`);
