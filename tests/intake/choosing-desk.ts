import { expect } from "vitest";
import type { Leave } from "@/lib/intake/view";
import { chooseOfProposal } from "@/lib/intake/write";
import type { Opened } from "./import-desk";
import { importNow, workOff } from "./jobs";
import { writeCsv, type Row } from "./tables";

export type Shown = Awaited<ReturnType<Opened["propose"]>>;

/** Leaves some of a proposal out, as its archivist does, and waits until it is compared anew. */
export async function leaveOut(
  { connection, desk, archivist }: Opened,
  { id, digest }: Pick<Shown, "id" | "digest">,
  leave: Leave,
): Promise<Shown> {
  const answer = await chooseOfProposal(desk, archivist, { id, digest, leave });
  expect(answer).toEqual({ ok: true, value: { id, state: "analysing" } });
  await workOff(desk);
  const { summary, state } = await importNow(connection, id);
  expect(state).toBe("open");
  return { id, digest: summary!.digest, summary: summary! };
}

export const proposeRows = (opened: Opened, ...rows: Row[]): Promise<Shown> =>
  opened.propose(writeCsv(...rows), "table.csv");

/** Files of one fonds by their numbers. */
export const fileIn =
  (fonds: number) =>
  (fileNumber: string): Row => ({ archive: "АП РК", fonds: String(fonds), inventory: "1", fileNumber });

/** By what a thing that is shown is left out. */
export function keyOf({ summary }: Shown, noun: string, name: string): string {
  const found = [...summary.added, ...summary.changed].find(
    (sample) => sample.noun === noun && sample.name.includes(name),
  );
  expect(found, `${noun} ${name}`).toBeDefined();
  return `${noun}:${found!.key}`;
}
