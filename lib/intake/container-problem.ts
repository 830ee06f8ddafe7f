import type { BagFault } from "@/lib/files/bag-report";
import type { PackageFault } from "@/lib/files/package";
import type { Outcome, Problem } from "./problem";

/** How many faults of one package are named beside the first. */
const OTHERS = 30;

/** What the check of a package or of a bag has found, as one problem: the first of its faults, and with it the others. */
export function failOf(faults: readonly (PackageFault | BagFault)[]): Outcome<never> {
  const [first, ...others] = faults.slice(0, OTHERS + 1).map(problemOf);
  if (!first) throw new Error("there is nothing wrong");
  const count = faults.length - 1;
  return { ok: false, problem: count > 0 ? { ...first, others: { shown: others, count } } : first };
}

function problemOf(fault: PackageFault | BagFault): Problem {
  const [path, listed] = "file" in fault ? [fault.file, fault.listed] : [fault.path ?? "", null];
  const place: Problem["place"] = path === "" && !listed ? { kind: "file" } : { kind: "entry", path, listed };
  return { code: `package.${fault.code}`, place, detail: fault.detail };
}
