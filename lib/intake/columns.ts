/** The columns of the import table, in the order of the template. docs/import-template.md explains them. */
export const COLUMNS = [
  "archive",
  "fonds",
  "inventory",
  "fileNumber",
  "fileTitle",
  "fileDates",
  "sheets",
  "ownerAgency",
  "grade",
  "personCode",
  "surname",
  "given",
  "patronymic",
  "nameAsWritten",
  "nameKazakh",
  "nameRussian",
  "nameLatin",
  "birthDate",
  "birthPlace",
  "role",
  "personSheet",
  "caseCode",
  "bond",
  "episodeDate",
  "body",
  "charge",
  "measure",
  "measureDate",
  "category",
  "region",
  "materialCode",
  "materialKind",
  "materialTitle",
  "materialDates",
  "materialSheets",
  "materialGraded",
] as const;

export type Column = (typeof COLUMNS)[number];
export type Cells = Readonly<Record<Column, string>>;
export type Language = "kk" | "ru" | "en";

/** Without these a row says nothing about which file it means. */
export const REQUIRED: readonly Column[] = ["archive", "fonds", "inventory", "fileNumber"];

type Columns = readonly Column[];
export const FILE_COLUMNS: Columns = ["fileTitle", "fileDates", "sheets", "ownerAgency", "grade"];
export const PERSON_COLUMNS: Columns = [
  ...(["surname", "given", "patronymic", "nameAsWritten", "nameKazakh", "nameRussian", "nameLatin"] as const),
  ...(["birthDate", "birthPlace"] as const),
];
/** What a case says once; charges and measures add up over its rows. */
export const CASE_SCALARS: Columns = ["episodeDate", "body", "category", "region"];
/** One document of the file; a row tells of one at most. */
export const MATERIAL_COLUMNS: Columns = [
  ...(["materialCode", "materialKind", "materialTitle"] as const),
  ...(["materialDates", "materialSheets", "materialGraded"] as const),
];
export const CASE_COLUMNS: Columns = [...CASE_SCALARS, "charge", "measure", "measureDate"];

/** The heading of the template in each language, then other headings that are understood. */
const HEADINGS: Readonly<Record<Column, readonly [kk: string, ru: string, en: string, ...others: string[]]>> =
  {
    archive: ["Мұрағат", "Архив", "Archive", "Архив атауы"],
    fonds: ["Қор", "Фонд", "Fonds", "Ф.", "Номер фонда", "Қор нөмірі"],
    inventory: ["Тізімдеме", "Опись", "Inventory", "Оп.", "Номер описи", "Тізімдеме нөмірі"],
    fileNumber: ["Іс нөмірі", "Номер дела", "File number", "Дело", "Д.", "№ дела", "Іс", "Іс №", "File"],
    fileTitle: ["Іс атауы", "Заголовок дела", "File title", "Название дела", "Істің атауы"],
    fileDates: ["Істің мерзімі", "Даты дела", "File dates", "Крайние даты", "Істің шеткі мерзімі"],
    sheets: ["Парақтар", "Листы", "Sheets", "Фолиация", "Количество листов", "Парақ саны", "Foliation"],
    ownerAgency: [
      "Құпия иесі",
      "Ведомство-владелец",
      "Owner agency",
      "Ведомство",
      "Владелец секрета",
      "Ведомство атауы",
    ],
    grade: ["Құпиялылық белгісі", "Гриф секретности", "Secrecy grade", "Гриф"],
    personCode: ["Адам коды", "Код лица", "Person code"],
    surname: ["Тегі", "Фамилия", "Surname"],
    given: ["Аты", "Имя", "Given name"],
    patronymic: ["Әкесінің аты", "Отчество", "Patronymic"],
    nameAsWritten: [
      "Дереккөздегі аты-жөні",
      "Имя в источнике",
      "Name as in the source",
      "ФИО",
      "ФИО в источнике",
    ],
    nameKazakh: ["Қазақша аты-жөні", "Имя по-казахски", "Name in Kazakh"],
    nameRussian: ["Орысша аты-жөні", "Имя по-русски", "Name in Russian"],
    nameLatin: ["Латынша аты-жөні", "Имя латиницей", "Name in Latin script"],
    birthDate: ["Туған күні", "Дата рождения", "Birth date", "Год рождения", "Туған жылы", "Year of birth"],
    birthPlace: ["Туған жері", "Место рождения", "Birth place"],
    role: ["Істегі рөлі", "Роль в деле", "Role in the file", "Роль", "Рөлі", "Role"],
    personSheet: ["Аталған парағы", "Лист с именем", "Sheet of the name", "Лист", "Парақ", "Sheet"],
    caseCode: ["Оқиға коды", "Код случая", "Case code"],
    bond: ["Істің оқиғаға қатысы", "Отношение дела к случаю", "Bond of file to case"],
    episodeDate: ["Қуғындау күні", "Дата репрессии", "Episode date", "Дата осуждения"],
    body: ["Шешім шығарған орган", "Осудивший орган", "Body", "Орган", "Organ"],
    charge: ["Айып", "Обвинение", "Charge", "Статья", "Бап"],
    measure: ["Жаза шарасы", "Мера", "Measure", "Мера наказания", "Приговор"],
    measureDate: ["Шара қолданылған күн", "Дата меры", "Measure date", "Дата исполнения"],
    category: ["Құрбан санаты", "Категория жертв", "Victim category", "Категория", "Санат", "Category"],
    region: ["Өңір", "Регион", "Region", "Область", "Облыс"],
    materialCode: ["Құжат коды", "Код документа", "Material code"],
    materialKind: ["Құжат түрі", "Вид документа", "Kind of material", "Document kind"],
    materialTitle: ["Құжат атауы", "Заголовок документа", "Title of material", "Document title"],
    materialDates: ["Құжат күні", "Дата документа", "Date of material", "Document date"],
    materialSheets: ["Құжат парақтары", "Листы документа", "Sheets of material", "Document sheets"],
    materialGraded: ["Құжатта гриф болған", "На документе был гриф", "Material had a grade"],
  };

/** What the list of rejects puts before each row: its number, the columns that are wrong, why. They are not read. */
export const REJECT_HEADINGS: Readonly<Record<Language, readonly [string, string, string]>> = {
  kk: ["Қайтарылған жол", "Қате баған", "Қайтару себебі"],
  ru: ["Отклонённая строка", "Столбец с ошибкой", "Причина отказа"],
  en: ["Rejected row", "Wrong column", "Reason for rejection"],
};

const LANGUAGES: readonly Language[] = ["kk", "ru", "en"];

export function headingOf(column: Column, language: Language): string {
  return HEADINGS[column][LANGUAGES.indexOf(language)] ?? HEADINGS[column][2];
}

/** Headings differ in case, blanks, full stops and ё; none of that matters. */
export function foldHeading(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/ё/g, "е")
    .replace(/[^\p{L}\p{N}№]+/gu, "");
}

const KNOWN: ReadonlyMap<string, Column> = new Map(
  COLUMNS.flatMap((column) => [
    [foldHeading(column), column] as const,
    ...HEADINGS[column].map((heading) => [foldHeading(heading), column] as const),
  ]),
);

/** Every heading that is understood, folded, with its column. */
export const wordsOf = (): Iterable<[string, Column]> => KNOWN.entries();

const UNREAD = new Set(Object.values(REJECT_HEADINGS).flat().map(foldHeading));

/** Whether a heading is one that the list of rejects puts before the row. */
export const isRejectHeading = (heading: string): boolean => UNREAD.has(foldHeading(heading));

/** The column that a heading means, in any of the three languages; null for none. */
export function columnOf(heading: string): Column | null {
  return KNOWN.get(foldHeading(heading)) ?? null;
}
