import type { Actor } from "@/lib/law/actor";
import type { Role } from "@/lib/law/words";
import type { BodyName } from "./bodies";

export type Login =
  | "archivist1"
  | "archivist2"
  | "expert1"
  | "expert2"
  | "expert3"
  | "expert4"
  | "head"
  | "interior"
  | "security"
  | "member1"
  | "member2"
  | "member3"
  | "member4"
  | "member5"
  | "member6"
  | "chair"
  | "deputy"
  | "secretary1"
  | "secretary2"
  | "regional"
  | "auditor"
  | "admin1"
  | "admin2";

/** The cast once they hold their offices. */
export type Actors = Record<Login, Actor>;

export type CastMember = {
  login: Login;
  name: string;
  locale: "kk" | "ru" | "en";
  role: Role;
  bodies: readonly BodyName[];
  /** Cleared for the secrets of every agency, of this one, or of none. */
  cleared: "all" | BodyName | null;
};

function member(
  login: Login,
  name: string,
  locale: CastMember["locale"],
  role: Role,
  bodies: BodyName | readonly BodyName[],
  cleared: CastMember["cleared"] = "all",
): CastMember {
  return { login, name, locale, role, bodies: typeof bodies === "string" ? [bodies] : bodies, cleared };
}

/**
 * The demo cast: invented people. The first four are put in by the operator of the command line, in this order,
 * because there is nobody yet who could confirm them.
 */
export const cast: readonly CastMember[] = [
  member("admin1", "Ерсін Қалиасқаров", "kk", "administrator", "office", null),
  member("admin2", "Лидия Шефер", "ru", "administrator", "office", null),
  member("chair", "Бақытжан Оразымбетов", "kk", "chair", "commission"),
  member("secretary1", "Гүлнар Тойшыбекова", "kk", "secretary", "commission"),
  member("secretary2", "Ирина Коноваленко", "ru", "secretary", "commission"),
  member("deputy", "Сәуле Мырзахметова", "kk", "deputy", "commission"),
  member("head", "Әділ Жүнісбай", "kk", "head", ["terror", "settlers"]),
  member("archivist1", "Роза Қыдырбаева", "kk", "archivist", "central", null),
  member("archivist2", "Андрей Полуянов", "ru", "archivist", ["central", "ili"], null),
  member("expert1", "Динара Сейілбек", "kk", "expert", "settlers"),
  member("expert2", "Виктор Тян", "ru", "expert", "terror"),
  member("expert3", "Мейрам Әбдірәсілов", "kk", "expert", "terror"),
  member("expert4", "Алина Гартман", "en", "expert", "settlers", "interior"),
  member("interior", "Нұрлан Біржанов", "ru", "representative", "interior", "interior"),
  member("security", "Жанат Қосмағамбетов", "kk", "representative", "security", "security"),
  member("member1", "Айман Досжанова", "kk", "member", "commission"),
  member("member2", "Тимур Исрафилов", "ru", "member", "commission"),
  member("member3", "Ғалымжан Сүлейменұлы", "kk", "member", "commission"),
  member("member4", "Наталья Ермоленко", "ru", "member", "commission"),
  member("member5", "Дәурен Қасымбеков", "kk", "member", "commission"),
  member("member6", "Зульфия Абдразакова", "en", "member", "commission"),
  member("regional", "Марат Төлебаев", "kk", "chair", "regional"),
  member("auditor", "Ольга Рихтер", "en", "auditor", "office"),
];

/** People who are not part of the demo cast: appointed formerly, or still to be confirmed. */
export const others: readonly (Omit<CastMember, "login" | "cleared"> & {
  login: string;
  proposedBy: "admin1" | "admin2";
  fate: "waiting" | "ended";
})[] = [
  other("k.nurgaliev", "Қайрат Нұрғалиев", "expert", "terror", "admin1", "waiting"),
  other("a.zhakenov", "Асқар Жәкенов", "archivist", "ili", "admin1", "waiting"),
  other("t.baimukhan", "Талғат Баймұхан", "representative", "justice", "admin2", "waiting"),
  other("s.iskakov", "Серік Ысқақов", "member", "commission", "admin1", "ended"),
];

function other(
  login: string,
  name: string,
  role: Role,
  body: BodyName,
  proposedBy: "admin1" | "admin2",
  fate: "waiting" | "ended",
): (typeof others)[number] {
  return { login, name, locale: "kk", role, bodies: [body], proposedBy, fate };
}
