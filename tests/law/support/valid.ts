import type { Matter } from "@/lib/law/matter";
import { bothOf } from "./valid-both";
import { casesOf } from "./valid-cases";
import { filesOf } from "./valid-files";

/** For each article of the law one matter in which its act is granted. */
export const valid: Record<string, () => Matter> = { ...filesOf, ...casesOf, ...bothOf };

export function matterFor(article: string): Matter {
  const make = valid[article];
  if (!make) throw new Error(`no valid matter for article ${article}`);
  return make();
}
