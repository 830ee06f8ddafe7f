import type { BodyKind } from "@/lib/law/words";
import { newId } from "@/lib/store/id";

export type SampleBody = {
  id: string;
  kind: BodyKind;
  code: string;
  name_kk: string;
  name_ru: string;
  name_en: string;
  region: string | null;
};

function body(
  kind: BodyKind,
  code: string,
  names: readonly [kk: string, ru: string, en: string],
  region: string | null = null,
): SampleBody {
  const [name_kk, name_ru, name_en] = names;
  return { id: newId(), kind, code, name_kk, name_ru, name_en, region };
}

/** The bodies of the sample: invented, in the likeness of real ones. */
export function makeBodies() {
  return {
    commission: body("commission", "MK", [
      "Саяси қуғын-сүргін құрбандарын толық ақтау жөніндегі мемлекеттік комиссия",
      "Государственная комиссия по полной реабилитации жертв политических репрессий",
      "State Commission for the Full Rehabilitation of Victims of Political Repression",
    ]),
    regional: body(
      "regional",
      "OK-ILE",
      ["Іле өңірлік комиссиясы", "Илийская региональная комиссия", "Ili Regional Commission"],
      "zhetisu",
    ),
    terror: body("group", "T-1", [
      "Соттан тыс органдар құрбандары жөніндегі жұмыс тобы",
      "Рабочая группа по жертвам внесудебных органов",
      "Working group on victims of extrajudicial bodies",
    ]),
    settlers: body("group", "T-2", [
      "Жер аударылғандар мен арнайы қоныс аударылғандар жөніндегі жұмыс тобы",
      "Рабочая группа по депортированным и спецпереселенцам",
      "Working group on deported peoples and special settlers",
    ]),
    interior: body("agency", "IIM", [
      "Ішкі істер министрлігінің арнайы мұрағат департаменті",
      "Департамент специального архива министерства внутренних дел",
      "Special Archive Department of the Ministry of Internal Affairs",
    ]),
    security: body("agency", "UQK", [
      "Ұлттық қауіпсіздік комитетінің мұрағат департаменті",
      "Департамент архива комитета национальной безопасности",
      "Archive Department of the National Security Committee",
    ]),
    justice: body("agency", "AP", [
      "Әскери прокуратураның мұрағаты",
      "Архив военной прокуратуры",
      "Archive of the Military Prosecutor's Office",
    ]),
    central: body("archive", "ЦАПР", [
      "Саяси қуғын-сүргін құжаттарының орталық мұрағаты",
      "Центральный архив политических репрессий",
      "Central Archive of Political Repression",
    ]),
    ili: body(
      "archive",
      "ИлОА",
      ["Іле облыстық мұрағаты", "Илийский областной архив", "Ili Regional Archive"],
      "zhetisu",
    ),
    office: body("office", "KENSE", [
      "Мемлекеттік комиссияның кеңсесі",
      "Аппарат Государственной комиссии",
      "Office of the State Commission",
    ]),
  };
}
export type Bodies = ReturnType<typeof makeBodies>;
export type BodyName = keyof Bodies;
