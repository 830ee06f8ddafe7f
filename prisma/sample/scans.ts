import { parseFoliation } from "@/lib/archive/foliation";
import { labelAt } from "@/lib/archive/positions";
import { printLabel } from "@/lib/archive/sheet-label";
import { putBlob } from "@/lib/files/blobs";
import { newId } from "@/lib/store/id";
import type { SampleCase } from "./cases";
import type { ClaimName } from "./claim-texts";
import type { Cited } from "./findings";
import { insertRows } from "./records";
import type { Sample } from "./sample";
import { canType, renderPage, type Page } from "./typewriter";

const headings: Record<ClaimName, string> = {
  identity: "АНКЕТА АРЕСТОВАННОГО",
  charge: "ОБВИНИТЕЛЬНОЕ ЗАКЛЮЧЕНИЕ",
  organ: "ВЫПИСКА ИЗ ПРОТОКОЛА",
  measure: "ВЫПИСКА ИЗ ПРОТОКОЛА",
  ground: "ПРОТОКОЛ ДОПРОСА",
  applied: "АКТ",
};
const around: Record<ClaimName, (who: string) => readonly [before: string, after: string]> = {
  identity: (who) => [`на ${who}\n`, "\n9. Образование: низшее\n10. Партийность: беспартийный\n\nПодпись ________"],
  charge: () => ["по следственному делу\n\nЯ, оперуполномоченный отдела, рассмотрев материалы дела,\nНАШЁЛ:\n", "\n\nНа основании изложенного дело направить на рассмотрение.\n\nСогласен: ________"],
  organ: () => ["заседания от ________ года\n", ""],
  measure: () => ["\n", "\n\nВерно: секретарь ________"],
  ground: (who) => [`обвиняемого ${who}\n\nВопрос: Следствию известно, что вы являлись участником организации. Подтверждаете ли вы это?\n`, "\n\nВопрос: Вы говорите неправду. Предлагаем дать правдивые показания.\nОтвет: Другого показать не могу.\n\nДопросил: ________"],
  applied: () => ["составлен в том, что сего числа\n", "\n\nКомендант ________\nПри исполнении присутствовали: ________"],
}; // prettier-ignore

/** The pages that a case cites, typed; quotations of one side stand on one page. */
export function pagesOf(kase: SampleCase, cited: readonly Cited[]): { position: number; page: Page }[] {
  const { leaves } = kase.file.spec;
  const foliation = parseFoliation(`1–${leaves}`);
  if (!foliation.ok) throw new Error("the sample numbers its sheets wrongly");
  const positions = [...new Set(cited.map(({ position }) => position))];
  return positions.map((position) => {
    const here = cited.filter((one) => one.position === position);
    const parts = here.map(({ name, quote }) => {
      const [before, after] = around[name](kase.person.inSource);
      return `${before}${quote}${after}`;
    });
    const leaf = printLabel(labelAt(foliation.value, position)!);
    return { position, page: { leaf, heading: headings[here[0]!.name], text: parts.join("\n") } };
  });
}

/** The scan of a legal act that the sample's secretaries enter. */
export async function keepActScan(): Promise<string> {
  const text =
    "Образец. Проверив в порядке надзора материалы дел по прилагаемому списку, полагаю меры репрессии применёнными по политическим мотивам.\n\nПрокурор ________";
  const { bytes } = await renderPage({ leaf: "1", heading: "ПОСТАНОВЛЕНИЕ", text }, 0.2);
  return putBlob(bytes);
}

/** Attaches pages to sheets that are open, before anybody cites them. False where this machine has no fonts. */
export async function addScans(s: Sample, cases: readonly SampleCase[]): Promise<boolean> {
  if (!(await canType())) return false;
  const taken = new Set<string>();
  for (const [nth, kase] of cases.entries()) {
    const { file } = kase;
    const day = file.spec.day - (file.spec.secret ? 42 : 14);
    for (const [place, { position, page }] of pagesOf(kase, s.cited.get(kase.id) ?? []).entries()) {
      // Accused of one file are named in the same minutes: a side has one image.
      if (taken.has(`${file.id} ${position}`)) continue;
      taken.add(`${file.id} ${position}`);
      const kept = keepPage(page, ((nth + place) % 5) * 0.25 - 0.5);
      const order = {
        day,
        minute: 600 + nth * 10 + place,
        by: "archivist1",
        about: { fileId: file.id },
      } as const;
      s.work({ ...order, work: "attach_image", edits: "around" }, async (tx, at, added_by) => {
        const image = { position, label: page.leaf, ...(await kept) };
        const row = { id: newId(), file_id: file.id, ...image, added_by, added_at: at.toISOString() };
        await insertRows(tx, "sheet_images", [row]);
        return { sheet: page.leaf, sha256: image.sha256 };
      });
    }
  }
  return true;
}

async function keepPage(page: Page, tilt: number) {
  const { bytes, width, height } = await renderPage(page, tilt);
  return { sha256: await putBlob(bytes), media_type: "image/jpeg", width, height, bytes: bytes.length };
}
