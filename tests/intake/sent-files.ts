import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { openDelivery, type Delivery } from "@/lib/intake/open-delivery";
import type { Outcome } from "@/lib/intake/problem";
import { makeHome } from "../files/packing";

/** Opens files as if they had been sent, in a directory of the test file's own. */
export function openSent() {
  const home = makeHome();
  let made = 0;

  function open(bytes: Uint8Array, fileName = "list.xlsx"): Promise<Outcome<Delivery>> {
    made += 1;
    const place = path.join(home, `sent-${made}`);
    writeFileSync(place, bytes);
    const asked = { encoding: "koi8-r", separator: "bar" } as const;
    return openDelivery({ place, fileName, asked, root: path.join(home, "kept"), beside: `${place}.part` });
  }

  /** What is read of a workbook, line by line. */
  async function linesOf(bytes: Uint8Array, fileName?: string): Promise<string[]> {
    const opened = await open(bytes, fileName);
    if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
    return readFileSync(opened.value.place, "utf8").split("\r\n").slice(0, -1);
  }
  return { open, linesOf };
}
