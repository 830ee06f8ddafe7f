const HEAD = [
  "Архив;Фонд;Опись;Номер дела;Заголовок дела;Листы;Роль;Фамилия;Имя;Код лица;Имя по-казахски",
  "Дата рождения;Код случая;Дата репрессии;Обвинение;Мера;Вид документа;Заголовок документа;Листы документа",
].join(";");
type Row = Partial<Record<"fonds" | "file" | "title" | "sheets" | "surname" | "given", string>> &
  Partial<
    Record<"code" | "kk" | "birth" | "episode" | "date" | "charge" | "measure" | "doc" | "docSheets", string>
  >;

/** One person, one file, one case a row. */
export const table = (...rows: Row[]): string =>
  [
    HEAD,
    ...rows.map((row) =>
      [
        ...["ЦГА", row.fonds, "1", row.file, row.title, row.sheets, row.surname ? "обвиняемый" : ""],
        ...[
          row.surname,
          row.given,
          row.code,
          row.kk,
          row.birth,
          row.episode,
          row.date,
          row.charge,
          row.measure,
        ],
        ...[row.doc ? "протокол" : "", row.doc, row.docSheets],
      ].join(";"),
    ),
  ].join("\n");

/** A file with a person, their case and a document, and one without. */
export const first = (fonds: string): Row[] => [
  {
    ...{
      fonds,
      file: "1",
      title: "Первое",
      sheets: "1–20",
      surname: "Ахметов",
      given: "Сакен",
      code: `p${fonds}`,
    },
    ...{ birth: "1899", episode: `e${fonds}`, date: "1937", charge: "58-2", measure: "ВМН" },
    ...{ doc: "Протокол", docSheets: "3" },
  },
  { fonds, file: "2", title: "Второе", sheets: "1–10" },
];
/** Changes whatever the first brought, and adds to it. */
export const second = (fonds: string): Row[] => [
  {
    ...{
      fonds,
      file: "1",
      title: "Первое, исправленное",
      sheets: "1–20",
      surname: "Ахметов",
      given: "Сәкен",
    },
    ...{ code: `p${fonds}`, kk: "Ахметов Сәкен", birth: "1898", episode: `e${fonds}`, date: "1938" },
    ...{ charge: "58-10", measure: "10 лет ИТЛ", doc: "Другой протокол", docSheets: "5" },
  },
  { fonds, file: "2", sheets: "1–12" },
  {
    fonds,
    file: "3",
    title: "Третье",
    surname: "Белов",
    given: "Иван",
    episode: `b${fonds}`,
    code: `q${fonds}`,
  },
];
