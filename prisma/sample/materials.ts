export type Layout = "case" | "list" | "confiscation" | "papers";
type Extent = readonly [from: number, to: number];
/** Where the papers of one accused lie, in positions: what a finding cites. */
export type Evidence = Record<"identity" | "charge" | "organ" | "measure" | "ground" | "applied", Extent>;

type Material = { kind: string; title: string; from: number; to: number };
type Laid = { materials: Material[]; evidence: Evidence[] };

/**
 * Lays papers into a file in the order in which they usually lie, and says where the evidence about each accused
 * is found. Positions count both sides of a leaf.
 */
export function layOut(layout: Layout | null, leaves: number, accused: number): Laid {
  switch (layout) {
    case "case":
      return layOutCase(leaves, accused);
    case "list":
      return layOutList(leaves, accused);
    case "confiscation":
      return layOutConfiscation(leaves, accused);
    case "papers":
      return { materials: [sheet("correspondence", "Переписка", 1, leaves)], evidence: [] };
    case null:
      return { materials: [], evidence: [] };
  }
}

/** A document from one leaf to another, backs included. */
function sheet(kind: string, title: string, from: number, to: number): Material {
  return { kind, title, from: from * 2 - 2, to: to * 2 - 1 };
}

/** Cited is the front of the first leaf, and what follows it up to `sides`. */
const cite = ({ from, to }: Material, skip = 0, sides = 1): Extent => {
  const start = Math.min(from + skip * 2, to);
  return [start, Math.min(start + sides - 1, to)];
};

function layOutCase(leaves: number, accused: number): Laid {
  const grounds = sheet("grounds", "Справка на арест", 1, 2);
  const warrant = sheet("warrant", "Ордер на производство обыска и ареста", 3, 3);
  const search = sheet("search", "Протокол обыска и ареста", 4, 5);
  const tail = 12;
  const each = Math.max(4, Math.floor((leaves - 5 - tail) / accused));
  const materials = [grounds, warrant, search];
  const personal = Array.from({ length: accused }, (_, nth) => {
    const start = 6 + nth * each;
    const questionnaire = sheet("questionnaire", "Анкета арестованного", start, start + 1);
    const interrogation = sheet("interrogation", "Протоколы допроса", start + 2, start + each - 1);
    materials.push(questionnaire, interrogation);
    return { questionnaire, interrogation };
  });
  const end = leaves - tail + 1;
  const indictment = sheet("indictment", "Обвинительное заключение", end, end + 3);
  const extract = sheet("extract", "Выписка из протокола", end + 4, end + 4);
  const act = sheet("execution_act", "Акт о приведении приговора в исполнение", end + 5, end + 5);
  const review = sheet("review", "Заключение по жалобе родственников", end + 6, leaves - 2);
  const letters = sheet("correspondence", "Переписка с родственниками", leaves - 1, leaves);
  materials.push(indictment, extract, act, review, letters);
  const evidence = personal.map(({ questionnaire, interrogation }, nth) => ({
    identity: cite(questionnaire, 0, 2),
    charge: cite(indictment, nth % 3, 2),
    organ: cite(extract),
    measure: cite(extract, 0, 2),
    ground: cite(interrogation, 1),
    applied: cite(act),
  }));
  return { materials, evidence };
}

/** A nominal list: resolution and instruction first, then rows, some ten a leaf, receipts at the end. */
function layOutList(leaves: number, accused: number): Laid {
  const order = sheet("order", "Постановление о выселении и расселении", 1, 3);
  const instruction = sheet("report", "Докладная записка коменданта", 4, 6);
  const list = sheet("list", "Посемейный список", 7, leaves - 8);
  const receipts = sheet("list", "Ведомость прибытия на поселение, с подписями", leaves - 7, leaves);
  const rows = list.to - list.from + 1;
  const evidence = Array.from({ length: accused }, (_, nth) => {
    const side = list.from + Math.floor((nth / accused) * rows);
    const receipt = receipts.from + Math.floor((nth / accused) * 16);
    const own: Extent = [side, side];
    return {
      identity: own,
      charge: cite(order),
      organ: cite(order, 1),
      measure: cite(order, 1, 2),
      ground: cite(instruction, 1),
      applied: [receipt, receipt] as Extent,
    };
  });
  return { materials: [order, instruction, list, receipts], evidence };
}

function layOutConfiscation(leaves: number, accused: number): Laid {
  const list = sheet("list", "Опись скота и имущества", 1, 4);
  const order = sheet("order", "Постановление комиссии", 5, 6);
  const report = sheet("report", "Характеристика хозяйства", 7, 8);
  const act = sheet("execution_act", "Акт о выселении", 9, 9);
  const complaint = sheet("complaint", "Жалоба и переписка по ней", 10, leaves);
  const own: Evidence = {
    identity: cite(report, 0, 2),
    charge: cite(order),
    organ: cite(order),
    measure: cite(order, 1),
    ground: cite(complaint),
    applied: cite(act),
  };
  return {
    materials: [list, order, report, act, complaint],
    evidence: Array.from({ length: accused }, () => own),
  };
}
