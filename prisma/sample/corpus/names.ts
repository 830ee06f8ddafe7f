import { asHeard, latinOf } from "../latin";
import { chechen, german, kazakhMen, kazakhWomen, korean, polish, russian, uyghur } from "../name-lists";
import type { Random } from "../random";

/** A name as a register gives it, with the forms that some registers add. */
export type CorpusName = {
  surname: string;
  given: string;
  patronymic: string;
  /** As a clerk wrote it in the papers. */
  heard: string;
  kazakh: string;
  russian: string;
  latin: string;
};

type Sex = "m" | "f";

/** Parts of compound names; the first of each list are by far the most frequent. */
const firsts =
  "Нұр Бек Жан Ер Сейіт Ақ Бай Қан Тоқ Мырза Мұхамед Өте Есен Тұр Құл Жұма Дәулет Әбді Қожа Сары Қара Бөке Шах Күн Той Ораз Аман Тілеу Сұлтан Үсен Иман Қыдыр Ізтілеу Асыл Берді Көш Мәмбет Жақсы Сүйін Төле".split(
    " ",
  );
const lasts =
  "бек бай жан ғали хан ахмет мұрат тай берген баев құл келді ғазы сейіт дәулет мырза болат ғұл асан піс батыр баязит сүгір кенже көбек шора тілеу дос жол нар".split(
    " ",
  );
const womenLasts = "гүл сұлу ай жамал бану айым ша дана тай бибі күл зия".split(" ");
const stems =
  "Иван Петр Сидор Кузнец Смирн Попов Васил Соколо Михайл Новик Федор Мороз Волк Алексе Лебед Семен Егор Павл Козл Степан Никола Орл Андре Макар Никит Захар Зайц Соловь Борис Яковл Григор Роман Воробь Серге Кузьм Фрол Александр Дмитри Корол Гус Кисел Ильи Максим Поляк Сорок Виноград Ковал Бел Медвед Антон Тарас Жук Баран Филипп Комар Давыд Бел Герасим Богдан Осип Ершов Карп Власов Жданов Щерб Блин Гонч Мельник Бонд".split(
    " ",
  );
const endings = ["ов", "ев", "ин", "енко", "чук", "ский", "ович", "кин", "як", "ец"];

/** Much more often from the front of the list than from its end. */
function skewed<T>(random: Random, list: readonly T[]): T {
  return list[Math.floor(list.length * random.next() ** 2.4)]!;
}

/** `Әбдіғали` → `Абдигали`: how a Russian register spells a Kazakh name. */
export function russianOf(text: string): string {
  const letters: Record<string, string> = {
    ә: "а",
    ғ: "г",
    қ: "к",
    ң: "н",
    ө: "о",
    ұ: "у",
    ү: "у",
    һ: "х",
    і: "и",
  };
  return [...text]
    .map((letter) => {
      const small = letters[letter.toLowerCase()];
      if (small === undefined) return letter;
      return letter === letter.toLowerCase() ? small : small.toUpperCase();
    })
    .join("");
}

function kazakhGiven(random: Random, sex: Sex): string {
  if (random.chance(0.35)) return random.pick(sex === "m" ? kazakhMen : kazakhWomen)[0];
  return skewed(random, firsts) + skewed(random, sex === "m" ? lasts : womenLasts);
}

function kazakhName(random: Random, sex: Sex): CorpusName {
  const given = kazakhGiven(random, sex);
  const father = kazakhGiven(random, "m");
  const root = kazakhGiven(random, "m").replace(/(?:[аәыіей]|ев)$/u, "");
  const surname = `${root}${random.pick(["ов", "ев", "баев", "ов"])}${sex === "f" ? "а" : ""}`;
  const patronymic = `${father}${sex === "m" ? "ұлы" : "қызы"}`;
  const kazakh = `${surname} ${given} ${patronymic}`;
  const fathers = russianOf(father).replace(/[аыи]$/u, "");
  const russianName = `${russianOf(surname)} ${russianOf(given)} ${fathers}${sex === "m" ? "ович" : "овна"}`;
  return {
    ...{ surname, given, patronymic, kazakh, russian: russianName },
    heard: slip(random, asHeard(surname, given)),
    latin: latinOf(kazakh),
  };
}

function slavicSurname(random: Random, sex: Sex): string {
  const made = random.chance(0.3)
    ? random.pick(russian.surnames)
    : skewed(random, stems) + skewed(random, endings);
  if (sex === "m") return made;
  return made.replace(/ий$/u, "ая").replace(/(?<=[оеё]в|ин)$/u, "а");
}

const lists = { german, korean, polish, chechen, uyghur } as const;

function otherName(random: Random, nationality: string, sex: Sex): CorpusName {
  const list = lists[nationality as keyof typeof lists] ?? russian;
  const surname = list === russian ? slavicSurname(random, sex) : random.pick(list.surnames);
  const given = random.pick(sex === "m" ? list.men : list.women);
  const father = random.pick(list.men).replace(/[йья]$/u, "");
  const patronymic = list === korean ? "" : `${father}${sex === "m" ? "ович" : "овна"}`;
  const text = [surname, given, patronymic].filter(Boolean).join(" ");
  return {
    ...{ surname, given, patronymic, kazakh: "", russian: text, latin: latinOf(text) },
    heard: slip(random, `${surname.toUpperCase()} ${given}`),
  };
}

/** One clerk in twenty wrote a letter too many, too few, or another. */
function slip(random: Random, text: string): string {
  if (!random.chance(0.05)) return text;
  const at = random.int(1, text.length - 2);
  const letter = random.pick([..."аоуиенрст"]);
  const other = text[at] === text[at]!.toLowerCase() ? letter : letter.toUpperCase();
  const left = text.slice(0, at);
  return random.pick([
    left + text.slice(at + 1),
    left + other + text.slice(at),
    left + other + text.slice(at + 1),
  ]);
}

/** An invented name: few are borne by many, most by few, as in every register. */
export function inventCorpusName(random: Random, nationality: string, sex: Sex): CorpusName {
  return nationality === "kazakh" ? kazakhName(random, sex) : otherName(random, nationality, sex);
}
