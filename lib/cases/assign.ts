import type { Actor } from "@/lib/law/actor";
import { perform } from "@/lib/proceedings/perform";
import type { ActRequest } from "@/lib/proceedings/request";
import { badInput, done, type Result } from "@/lib/result";
import { appPool } from "@/lib/store/client";
import { loadReach } from "@/lib/store/reach";
import { loadSayings } from "@/lib/store/sayings";
import { deskAt, refusalOf, tell } from "./perform-act";
import type { AssignInput } from "./schema";
import { readItem } from "./signing";
import { addressOfItem } from "./view-register";
import type { ItemResult, ListDone, Told } from "./view-told";

/** Assigns an author, a second reader or both to a list; each item has its result. */
export async function assignList(
  actor: Actor,
  input: AssignInput,
  now: Date,
): Promise<Result<ListDone, Told>> {
  const duties = [
    { act: "assign_author" as const, assignee: input.author },
    { act: "assign_reader" as const, assignee: input.reader },
  ].filter((duty) => duty.assignee);
  if (duties.length === 0) return badInput({ author: "missing" });
  const items = input.item.map(readItem);
  const db = appPool();
  const sayings = await loadSayings(
    db,
    await loadReach(db, actor),
    items.map((i) => i.proceeding),
  );
  const failed = new Map<string, Told>();
  for (const { act, assignee } of duties) {
    const requests = items.map(({ proceeding, version }): ActRequest => ({
      act,
      proceeding,
      version,
      assignee: assignee || undefined,
    }));
    const results = await perform(deskAt(now), actor, { key: `${input.key}-${act}`, requests });
    for (const [n, result] of results.entries()) {
      if (!result.ok) failed.set(items[n]!.proceeding, await tell(refusalOf(result), input.locale));
    }
  }
  const results = items.map(({ proceeding }): ItemResult => {
    const saying = sayings.get(proceeding);
    const told = failed.get(proceeding) ?? null;
    return {
      proceeding,
      name: saying?.name ?? "–",
      href: addressOfItem(saying?.caseId ?? null, proceeding),
      told,
    };
  });
  return done({ results });
}
