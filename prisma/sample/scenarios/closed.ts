import { readClosedSheet } from "@/lib/sheets/perform";
import type { Login } from "../cast";
import type { Sample } from "../sample";

/** Who read a closed sheet, on which day, and what for. */
const readings: readonly (readonly [day: number, minute: number, by: Login, purpose: string])[] = [
  [48, 610, "expert3", "Баласының есімін анкетадағы деректермен салыстыру"],
  [47, 655, "expert3", "Анкетаның сырт жағындағы белгіні оқу"],
  [31, 900, "archivist2", "Проверка нумерации листов в конце дела"],
  [12, 700, "member2", "Подтверждение родства по запросу заявителя"],
  [2, 640, "expert4", "Citation of the questionnaire: date of birth"],
];

/** Closed sheets at the end of files that never were secret, each opened for a purpose. */
export function readClosed(s: Sample): void {
  for (const [nth, [day, minute, by, purpose]] of readings.entries()) {
    s.plan.at(day, minute, async (at) => {
      const { rows } = await s.db.pool.query<{ file_id: string; from_pos: number }>(
        `select sp.file_id, sp.from_pos from spans sp join units u on u.id = sp.file_id
         where sp.access = 'closed' and sp.secrecy = 'none' order by u.ref_key offset $1 limit 1`,
        [Math.floor(nth / 2)],
      );
      const { file_id: fileId, from_pos } = rows[0]!;
      const desk = { prisma: s.db.prisma, clock: () => at, sample: true };
      const read = await readClosedSheet(desk, s.actors[by], { fileId, position: from_pos + nth, purpose });
      if (!read.ok) throw new Error(`${by} did not read a closed sheet: ${JSON.stringify(read)}`);
    });
  }
}
