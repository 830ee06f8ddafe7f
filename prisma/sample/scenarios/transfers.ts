import type { Actor } from "@/lib/law/actor";
import { newId } from "@/lib/store/id";
import type { TransferResult } from "@/lib/transfers/take-step";
import * as transfers from "@/lib/transfers/write";
import { fondsList, type FondsKey } from "../fonds";
import type { Sample } from "../sample";

type Desk = Parameters<typeof transfers.announceTransfer>[0];
type Item = transfers.Announcement["items"][number];
type Held = { id: string; steps: number };

/**
 * What the regional archive hands over to the central one: accepted with fewer files than announced, returned,
 * checked and to be accepted, and announced. One archivist sits in both archives and has no part on the other side.
 */
export function addTransfers(sample: Sample): void {
  const first = begin(sample, 200, {
    title: "Дела округа и сельсоветов",
    ownNumber: "14",
    items: items("okrug", 46, 4120),
  });
  receive(sample, first, 190, [46]);
  check(sample, first, 186, [45], "Дела 12 в связке нет");
  step(sample, first, 184, "archivist1", (desk, by, held) => transfers.acceptTransfer(desk, by, held));

  const second = begin(sample, 60, {
    title: "Личные дела лишенцев",
    ownNumber: "3",
    items: items("lishentsy", 120, null),
  });
  receive(sample, second, 52, [114]);
  check(sample, second, 50, [114], "Описи на шесть дел нет");
  step(sample, second, 49, "archivist1", (desk, by, held) =>
    transfers.returnTransfer(desk, by, {
      ...{ ...held, reasonCode: "inventory" },
      reasonText: "В описи 120 номеров, в коробках 114 дел. Сверьте опись и объявите передачу снова.",
    }),
  );

  const both = [...items("okrug", 30, 2600), ...items("lishentsy", 18, 900)];
  const third = begin(sample, 20, {
    title: "Дополнение к делам округа, 1930–1932",
    ownNumber: "5",
    items: both,
  });
  receive(sample, third, 12, [30, 18]);
  check(sample, third, 11, [30, 17], "");

  begin(sample, 3, {
    title: "Списки лиц, лишённых избирательных прав",
    ownNumber: "6",
    items: items("lishentsy", 64, 5800),
  });
}

const items = (key: FondsKey, files: number, sheets: number | null): Item[] => {
  const { number, title, inventories } = fondsList[key];
  return [{ fonds: number, inventories: inventories[0]!.number, title, files, sheets, materials: null }];
};

type Begun = Pick<transfers.Announcement, "title" | "ownNumber" | "items">;

function begin(sample: Sample, day: number, wanted: Begun): Held {
  const held = { id: newId(), steps: 0 };
  step(sample, held, day, "archivist2", (desk, by) =>
    transfers.announceTransfer(desk, by, {
      ...{ id: held.id, fromId: sample.bodies.ili.id, toId: sample.bodies.central.id },
      ...{
        basis: `Приказ № ${day + 11}-Ө, акт согласования № ${day}`,
        due: sample.calendar.day(Math.max(day - 9, 1)),
      },
      ...wanted,
    }),
  );
  return held;
}

function receive(sample: Sample, held: Held, day: number, files: readonly number[]): void {
  step(sample, held, day, "archivist1", (desk, by, shown) =>
    transfers.receiveTransfer(desk, by, { ...shown, counts: counted(files, "") }),
  );
}

function check(sample: Sample, held: Held, day: number, files: readonly number[], note: string): void {
  step(sample, held, day, "archivist1", (desk, by, shown) =>
    transfers.checkTransfer(desk, by, { ...shown, counts: counted(files, note) }),
  );
}

const counted = (files: readonly number[], note: string) =>
  files.map((count, at) => ({
    ...{ nth: at + 1, files: count, sheets: null, materials: null },
    note: at === 0 && note ? note : null,
  }));

function step(
  { plan, actors, db }: Sample,
  held: Held,
  day: number,
  login: "archivist1" | "archivist2",
  take: (desk: Desk, by: Actor, shown: { id: string; shown: number }) => Promise<TransferResult>,
): void {
  plan.at(day, 575, async (at) => {
    const desk = { prisma: db.prisma, clock: () => at, sample: true };
    const taken = await take(desk, actors[login], { id: held.id, shown: held.steps++ });
    if (!taken.ok) throw new Error(`the sample was refused: ${JSON.stringify(taken)}`);
  });
}
