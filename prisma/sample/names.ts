import { asHeard, latinOf } from "./latin";
import { chechen, german, kazakhMen, kazakhWomen, korean, polish, russian, uyghur } from "./name-lists";
import type { Random } from "./random";

export type NameForm = { script: "kk" | "ru" | "latin"; kind: "source" | "variant"; text: string };

/** An invented person's name: `name` as it stands in the source's own language, and its other forms. */
export type InventedName = {
  name: string;
  surname: string;
  given: string;
  patronymic: string | null;
  /** The spelling in the papers, for quoting. */
  inSource: string;
  sex: "m" | "f";
  nationality: string;
  forms: NameForm[];
};

type Lists = { surnames: string[]; latin?: string[]; men: string[]; women: string[] };
const others: Record<string, Lists> = {
  russian,
  ukrainian: russian,
  german,
  korean,
  polish,
  chechen,
  ingush: chechen,
  uyghur,
};

export function inventName(random: Random, nationality: string, sex: "m" | "f"): InventedName {
  const lists = others[nationality];
  return lists ? inventOther(random, nationality, lists, sex) : inventKazakh(random, sex);
}

function inventKazakh(random: Random, sex: "m" | "f"): InventedName {
  const [given, givenRu] = random.pick(sex === "m" ? kazakhMen : kazakhWomen);
  const [father, fatherRu] = random.pick(kazakhMen);
  const [grand, grandRu] = random.pick(kazakhMen);
  const surname = withEnding(grand, sex);
  const patronymic = `${father}${sex === "m" ? "ұлы" : "қызы"}`;
  const ru = `${withEnding(grandRu, sex)} ${givenRu} ${patronymicOf(fatherRu, sex)}`;
  const name = `${surname} ${given} ${patronymic}`;
  const inSource = asHeard(surname, given);
  return {
    name,
    surname,
    given,
    patronymic,
    inSource,
    sex,
    nationality: "kazakh",
    forms: [
      { script: "ru", kind: "source", text: inSource },
      { script: "ru", kind: "variant", text: ru },
      { script: "latin", kind: "variant", text: latinOf(name) },
    ],
  };
}

const softEnd = /[йьяеиэіәөү]$/u;

function withEnding(root: string, sex: "m" | "f"): string {
  const stem = root.replace(/[аәыі]$/u, (last) => (last === "ы" || last === "і" ? "" : last));
  const ending = softEnd.test(root) || /[аә]$/u.test(root) ? "ев" : "ов";
  return `${stem.replace(/[йь]$/u, "")}${ending}${sex === "f" ? "а" : ""}`;
}

function inventOther(random: Random, nationality: string, lists: Lists, sex: "m" | "f"): InventedName {
  const nth = random.int(0, lists.surnames.length - 1);
  const surname = feminine(lists.surnames[nth]!, sex);
  const given = random.pick(sex === "m" ? lists.men : lists.women);
  const father = nationality === "korean" ? null : random.pick(lists.men);
  const patronymic = father && patronymicOf(father, sex);
  const name = [surname, given, patronymic].filter(Boolean).join(" ");
  const latinSurname = lists.latin?.[nth]?.replace(/ski$/, sex === "f" ? "ska" : "ski") ?? latinOf(surname);
  const latin = [latinSurname, ...name.split(" ").slice(1).map(latinOf)].join(" ");
  const inSource = `${surname.toUpperCase()} ${given}`;
  return {
    name,
    surname,
    given,
    patronymic,
    inSource,
    sex,
    nationality,
    forms: [
      { script: "ru", kind: "source", text: inSource },
      { script: "latin", kind: "variant", text: latin },
    ],
  };
}

const feminine = (surname: string, sex: "m" | "f"): string =>
  sex === "m"
    ? surname
    : surname
        .replace(/ий$/u, "ая")
        .replace(/(?<=[оеё])в$/u, "ва")
        .replace(/(?<=и)н$/u, "на");

function patronymicOf(father: string, sex: "m" | "f"): string {
  const irregular: Record<string, [string, string]> = {
    Илья: ["Ильич", "Ильинична"],
    Пётр: ["Петрович", "Петровна"],
    Иса: ["Исаевич", "Исаевна"],
    Ваха: ["Вахаевич", "Вахаевна"],
    Абдулла: ["Абдуллаевич", "Абдуллаевна"],
  };
  const known = irregular[father];
  if (known) return known[sex === "m" ? 0 : 1];
  const stem = father.replace(/[йь]$/u, "");
  const ending = /[йьи]$/u.test(father) ? "ев" : "ов";
  return `${stem}${ending}${sex === "m" ? "ич" : "на"}`;
}
