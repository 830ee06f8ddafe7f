import type { FondsKey } from "./fonds";
import type { Layout } from "./materials";
import type { Random } from "./random";

export type Charge = { article: string; text: string };
export type Measure = { kind: string; text: string };

/** A kind of repression: what papers of it look like, who was hit, when, by whom and how. */
export type EpisodeKind = {
  fonds: FondsKey;
  inventory: string;
  layout: Layout;
  category: string;
  organ: string;
  organText: string;
  nationalities: readonly string[];
  women: number;
  regions: readonly string[];
  born: readonly [from: number, to: number];
  /** Year, or years, by which the episode is called; and dates of the decision as papers give them. */
  episode: string;
  dates: readonly string[];
  charges: readonly Charge[];
  measures: readonly Measure[];
  settlers?: true;
};

const terrorDates = [
  "сентябрь 1937",
  "3 октября 1937",
  "25 ноября 1937 г.",
  "1937–1938",
  "не позднее мая 1938",
  "16-14 сентября 1937",
  "начало 1938",
  "12 февраля 1938 года",
];
const anywhere = ["almaty_region", "karaganda", "east", "turkistan", "kostanay", "aktobe", "north", "west"];
const c5810 = { article: "58-10", text: "контрреволюционная агитация" };
const c5811 = { article: "58-11", text: "участие в контрреволюционной организации" };
const execution = { kind: "execution", text: "ВМН – расстрел" };
const tenYears = { kind: "camp", text: "10 лет ИТЛ" };

export const episodes = {
  troika1937: {
    fonds: "terror", inventory: "2", layout: "case", category: "peasants_workers", organ: "troika_unkvd",
    organText: "Тройка УНКВД по области", nationalities: ["kazakh", "kazakh", "kazakh", "russian", "ukrainian", "uyghur"],
    women: 0.06, regions: anywhere, born: [1876, 1912], episode: "1937", dates: terrorDates,
    charges: [c5810, c5811], measures: [execution, tenYears],
  },
  clergy: {
    fonds: "terror", inventory: "2", layout: "case", category: "clergy", organ: "troika_unkvd",
    organText: "Тройка УНКВД по области", nationalities: ["kazakh", "kazakh", "russian", "uyghur"], women: 0,
    regions: ["turkistan", "kyzylorda", "zhetisu", "pavlodar"], born: [1865, 1895], episode: "1937", dates: terrorDates,
    charges: [c5810], measures: [execution, tenYears],
  },
  collegium: {
    fonds: "terror", inventory: "2", layout: "case", category: "alash", organ: "military_collegium",
    organText: "Выездная сессия Военной коллегии Верховного суда СССР", nationalities: ["kazakh"], women: 0.05,
    regions: ["almaty", "abai", "karaganda", "kostanay"], born: [1880, 1902], episode: "1938",
    dates: ["25 февраля 1938", "28 февраля 1938 г.", "март 1938", "[1938]"],
    charges: [{ article: "58-1а", text: "измена Родине" }, { article: "58-2", text: "вооружённое восстание" }, c5811],
    measures: [execution],
  },
  alash: {
    fonds: "terror", inventory: "1", layout: "case", category: "alash", organ: "ogpu_collegium",
    organText: "Коллегия ОГПУ", nationalities: ["kazakh"], women: 0, regions: ["abai", "turkistan", "ulytau", "almaty"],
    born: [1878, 1900], episode: "1930", dates: ["4 апреля 1930", "апрель 1930", "1930–1932", "20 апреля 1932 г."],
    charges: [{ article: "58-7", text: "противодействие мероприятиям власти" }, c5811],
    measures: [tenYears, { kind: "exile", text: "высылка на 5 лет" }],
  },
  rising1930: {
    fonds: "okrug", inventory: "1", layout: "case", category: "uprisings", organ: "troika_ogpu",
    organText: "Тройка при ПП ОГПУ по Казахстану", nationalities: ["kazakh", "kazakh", "uyghur"], women: 0,
    regions: ["zhetisu"], born: [1870, 1910], episode: "1931",
    dates: ["весна 1931", "15 марта 1931", "март 1931", "1930–1931"],
    charges: [{ article: "58-2", text: "участие в вооружённом выступлении" }], measures: [execution, tenYears],
  },
  rising1916: {
    fonds: "rising", inventory: "1", layout: "case", category: "uprisings", organ: "field_court",
    organText: "Временный военно-полевой суд", nationalities: ["kazakh"], women: 0,
    regions: ["zhetisu", "kostanay", "zhambyl"], born: [1860, 1897], episode: "1916",
    dates: ["16 (29) сентября 1916", "октябрь 1916", "23 августа 1916 ст. ст.", "осень 1916"],
    charges: [{ article: "100", text: "участие в восстании против верховной власти" }],
    measures: [{ kind: "execution", text: "смертная казнь через повешение" }, { kind: "katorga", text: "каторжные работы на 12 лет" }],
  },
  bai: {
    fonds: "confiscation", inventory: "1", layout: "confiscation", category: "bais", organ: "confiscation_commission",
    organText: "Окружная комиссия по конфискации", nationalities: ["kazakh"], women: 0,
    regions: ["ulytau", "karaganda", "aktobe", "abai"], born: [1855, 1890], episode: "1928",
    dates: ["октябрь 1928", "12 ноября 1928 г.", "1928"],
    charges: [{ article: "декрет от 27.08.1928", text: "крупное полуфеодальное хозяйство" }],
    measures: [{ kind: "confiscation", text: "конфискация скота и имущества" }, { kind: "exile", text: "выселение за пределы округа" }],
  },
  kulak: {
    fonds: "confiscation", inventory: "1", layout: "confiscation", category: "kulaks", organ: "dekulakisation_committee",
    organText: "Районная тройка по раскулачиванию", nationalities: ["russian", "ukrainian", "kazakh", "german"], women: 0.15,
    regions: ["kostanay", "north", "akmola", "pavlodar"], born: [1868, 1905], episode: "1930",
    dates: ["февраль 1930", "февраль–март 1930", "1930 г."],
    charges: [{ article: "2-я категория", text: "кулацкое хозяйство" }],
    measures: [{ kind: "confiscation", text: "конфискация имущества" }, { kind: "special_settlement", text: "выселение на спецпоселение" }],
  },
  wives: {
    fonds: "alzhir", inventory: "1", layout: "case", category: "wives", organ: "special_conference",
    organText: "Особое совещание при НКВД СССР", nationalities: ["kazakh", "russian", "polish", "german"], women: 1,
    regions: ["akmola"], born: [1892, 1915], episode: "1938", dates: ["3 февраля 1938", "май 1938", "1938"],
    charges: [{ article: "ЧСИР", text: "член семьи изменника Родины" }],
    measures: [{ kind: "camp", text: "8 лет ИТЛ" }, { kind: "camp", text: "5 лет ИТЛ" }],
  },
  poles: {
    fonds: "terror", inventory: "2", layout: "case", category: "deported_peoples", organ: "dvoika",
    organText: "Комиссия НКВД и Прокурора СССР", nationalities: ["polish", "german", "korean"], women: 0.05,
    regions: ["north", "akmola", "kyzylorda"], born: [1880, 1915], episode: "1938",
    dates: ["10 января 1938", "январь 1938", "не позднее марта 1938"],
    charges: [{ article: "58-6", text: "шпионаж" }], measures: [execution],
  },
  labourArmy: {
    fonds: "terror", inventory: "3", layout: "case", category: "deported_peoples", organ: "special_conference",
    organText: "Особое совещание при НКВД СССР", nationalities: ["german", "chechen", "ingush"], women: 0.1,
    regions: ["karaganda", "pavlodar", "almaty_region"], born: [1890, 1925], episode: "1942",
    dates: ["ноябрь 1942", "1942–1943", "7 апреля 1943"],
    charges: [c5810], measures: [tenYears, { kind: "labour_army", text: "мобилизация в рабочую колонну" }],
  },
  legion: {
    fonds: "terror", inventory: "3", layout: "case", category: "prisoners_of_war", organ: "military_tribunal",
    organText: "Военный трибунал войск МВД", nationalities: ["kazakh", "kazakh", "uyghur", "russian"], women: 0,
    regions: ["turkistan", "zhambyl", "atyrau", "mangystau"], born: [1908, 1924], episode: "1946",
    dates: ["9 мая 1946", "осень 1946", "1946–1947"],
    charges: [{ article: "58-1б", text: "измена Родине, совершённая военнослужащим" }],
    measures: [{ kind: "camp", text: "15 лет ИТЛ" }, tenYears],
  },
  december: {
    fonds: "december", inventory: "1", layout: "case", category: "december_1986", organ: "court",
    organText: "Районный народный суд", nationalities: ["kazakh"], women: 0.35, regions: ["almaty", "shymkent", "karaganda"],
    born: [1962, 1969], episode: "1986", dates: ["26 января 1987", "февраль 1987", "19 декабря 1986"],
    charges: [{ article: "65", text: "массовые беспорядки" }],
    measures: [{ kind: "prison", text: "3 года лишения свободы" }, { kind: "arrest", text: "арест на 15 суток" }, { kind: "dismissal", text: "исключение из института" }],
  },
  settlers: {
    fonds: "settlers", inventory: "1", layout: "list", category: "special_settlers", organ: "commandant",
    organText: "Спецкомендатура НКВД", nationalities: ["german", "chechen", "korean", "polish", "ukrainian", "russian", "ingush"],
    women: 0.5, regions: ["karaganda"], born: [1868, 1928], episode: "1944",
    dates: ["март 1944"], charges: [{ article: "без статьи", text: "выселение по национальному признаку" }],
    measures: [{ kind: "special_settlement", text: "спецпоселение" }], settlers: true,
  },
} as const satisfies Record<string, EpisodeKind>; // prettier-ignore
export type EpisodeName = keyof typeof episodes;

/** Kinds of single investigative files, the frequent ones named more often. */
export const frequent: readonly EpisodeName[] = [
  "troika1937", "troika1937", "troika1937", "clergy", "collegium", "alash", "rising1916", "bai", "kulak", "wives",
  "poles", "labourArmy", "legion", "december",
]; // prettier-ignore

/** A date of birth as papers give it: mostly a year, often not even that for sure. */
export function birthText(random: Random, [from, to]: readonly [number, number]): string {
  const year = random.int(from, to);
  const forms = [`${year}`, `${year}`, `около ${year}`, `${year}–${year + 1}`];
  const day = `${random.int(1, 28)}.${String(random.int(1, 12)).padStart(2, "0")}.${year}`;
  return random.chance(0.25) ? day : random.pick(forms);
}
