import type { FondsKey } from "../fonds";
import { fondsList } from "../fonds";
import type { SampleFile, Secret } from "../files";
import { declassify, neverSecret, openFile, type FileStop, type Team } from "../journeys";
import { nextReference } from "../references";
import { transfers, type Sample, type Transfer } from "../sample";

const kinds = Object.keys(fondsList) as FondsKey[];
const team: Team = { author: "expert4", reader: "expert1", members: ["member3", "member4"] };

/** Files of correspondence and lists, in which nobody has been registered yet. Most never were secret. */
export function addPapers(s: Sample, count: number): void {
  for (const day of transfers) {
    for (let nth = 0; nth < count / transfers.length; nth++) {
      const untouched = day === 30 && nth % 3 === 0;
      const file = paper(s, day, kinds[nth % kinds.length]!, null, !untouched || nth % 2 === 0);
      if (!untouched) neverSecret(s, file, day === 30 ? 8 : day - 4, day !== 30);
    }
  }
  const inHand: readonly (readonly [stop: FileStop, last: number])[] = [
    ["open", 4], ["open", 2], ["study", 6], ["study", 3], ["second_reading", 9], ["second_reading", 5],
    ["owners", 12], ["owners", 7], ["owners", 40], ["signing", 8], ["signing", 8], ["one", 5], ["two", 4], ["two", 4],
  ]; // prettier-ignore
  for (const [nth, [stop, last]] of inHand.entries()) {
    const owners = nth % 4 === 3 ? (["interior", "security"] as const) : (["security"] as const);
    const answered = stop !== "open" && stop !== "study";
    const file = paper(s, 210, nth % 2 ? "settlers" : "terror", { owners, answered });
    declassify(s, file, openFile(stop, last), stop, team);
  }
}

function paper(s: Sample, day: Transfer, fonds: FondsKey, secret: Secret | null, counted = true): SampleFile {
  const { papers, inventories } = fondsList[fonds];
  const [title, dates] = s.random.pick(papers);
  const inventory = s.random.pick(inventories).number;
  const layout = counted && s.random.chance(0.7) ? "papers" : null;
  const leaves = counted ? s.random.int(12, 180) : 0;
  const reference = nextReference(fonds, inventory);
  return s.file({ day, fonds, inventory, reference, title, dates, leaves, layout, accused: 0, secret });
}
