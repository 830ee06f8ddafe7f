import { afterAll, beforeAll } from "vitest";
import type { Accepted } from "@/lib/intake/accept";
import { connect, type Connection } from "@/lib/store/client";
import { freshDatabase, type TestDatabase } from "../support/database";
import { accept as acceptBy, one as oneOf } from "./desk";
import { writeCsv, type Row } from "./tables";

export const agency = "00000000-0000-4000-8000-0000000000b1";

/** A database with one agency, a fonds of its own for each test, and the table in which it is written. */
export function openTableDesk() {
  let database: TestDatabase;
  let connection: Connection;
  let fonds = 100;

  beforeAll(async () => {
    database = await freshDatabase();
    connection = connect(database.appUrl);
    await connection.pool.query(
      "insert into bodies (id, kind, code, name_kk, name_ru, name_en) values ($1, 'agency', 'mvd', 'ІІМ', 'МВД', 'Interior')",
      [agency],
    );
  });
  afterAll(async () => {
    await connection.close();
    await database.drop();
  });

  return {
    db: () => connection,
    nextFile: (): Row => {
      fonds += 1;
      return { archive: "АП РК", fonds: String(fonds), inventory: "2", fileNumber: "П-46597" };
    },
    accept: (...rows: Row[]): Promise<Accepted> =>
      acceptBy(connection, writeCsv(...rows), { name: "table.csv" }),
    one: <T extends Record<string, unknown>>(sql: string, ...values: unknown[]): Promise<T> =>
      oneOf<T>(connection, sql, ...values),
  };
}

export const akhmetov: Row = {
  surname: "Ахметов",
  given: "Сакен",
  patronymic: "Байтурсынович",
  nameKazakh: "Ахметов Сәкен",
  birthDate: "около 1899",
  birthPlace: "Каркаралы",
  episodeDate: "сентябрь 1937",
  body: "Тройка УНКВД по Алма-Атинской обл.",
  charge: "58-2; 58-11 УК РСФСР",
  measure: "ВМН; конфискация",
  measureDate: "12.10.1937",
  category: "Деятели Алаш и национальная интеллигенция",
  region: "Карагандинская обл.",
};
