import type { KnownWord } from "@/lib/store/intake-table";

/** How registers write what the vocabularies name in full. Tried in order; the first that fits counts. */
const PATTERNS: Readonly<Record<string, readonly (readonly [code: string, pattern: RegExp])[]>> = {
  organ: [
    ["dvoika", /двойк|екілік|комисси\S* нквд и прокур/],
    ["dekulakisation_committee", /раскулачив|кулак/],
    ["troika_ogpu", /(тройк|үштік|troika).*огпу|огпу.*(тройк|үштік)|troika.*ogpu/],
    ["troika_unkvd", /(тройк|үштік|troika).*(нквд|nkvd)|нквд.*(тройк|үштік)/],
    ["special_conference", /особ\S* совещ|ерекше кеңес|special conference|(^|\s)осо(\s|$)/],
    ["ogpu_collegium", /коллеги\S* огпу|огпу алқасы/],
    ["military_collegium", /военн\S* коллеги|әскери алқа|military collegium|вквс/],
    ["field_court", /полев\S* суд|дала сот|field court/],
    ["military_tribunal", /трибунал|tribunal/],
    ["camp_court", /лагерн\S* суд|лагерь сот|camp court/],
    ["confiscation_commission", /конфиск|тәркіле/],
    ["commandant", /комендатур|commandant/],
    ["court", /(^|\s)(\S*суд|сот)(\s|$)/],
  ],
  measure: [
    ["execution", /вмн|вмсз|расстрел|ату жаза|атыл|execution|shot/],
    ["katorga", /каторг|katorga/],
    ["camp", /итл|лагер|еңбекпен түзеу|camp/],
    ["special_settlement", /спецпосел|спецперес|арнайы қоныс|special settle/],
    ["exile", /ссылк|высылк|высел|жер аудар|exile/],
    ["labour_army", /труд\S* ?арм|еңбек армия|labour army/],
    ["confiscation", /конфиск|тәркіле|confiscat/],
    ["disfranchisement", /избират|сайлау құқ|disfranchis/],
    ["compulsory_treatment", /принудительн\S* лечен|мәжбүрлеп емде|compulsory treat/],
    ["dismissal", /увольн|исключен|жұмыстан|оқудан|dismiss|expuls/],
    ["prison", /тюр|түрме|заключен|лишени\S* свободы|prison/],
    ["arrest", /арест|қамау|arrest/],
  ],
  grade: [
    ["special", /^(особой важности|ов|ерекше маңызды)$/],
    ["top_secret", /^(сов\S*( секретно)?|сс|өте құпия|top secret)$/],
    ["secret", /^(секретно|с|құпия|secret)$/],
  ],
};

const PLACE_WORDS = /(^|\s)(область|области|обл|облысы|город|г|қаласы|region|city)(?=\s|$)/gu;

function fold(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/ё/g, "е")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

const asPlace = (text: string): string => fold(text).replace(PLACE_WORDS, " ").trim();

/** Finds the word of a vocabulary that a cell means. */
export class Recogniser {
  private readonly exact = new Map<string, string>();
  private readonly codes = new Set<string>();
  private readonly found = new Map<string, string | null>();

  constructor(words: readonly KnownWord[]) {
    for (const { vocabulary, code, names } of words) {
      this.codes.add(`${vocabulary}:${code}`);
      for (const name of [code, ...names]) {
        for (const form of [fold(name), asPlace(name)]) {
          const key = `${vocabulary}:${form}`;
          if (!this.exact.has(key)) this.exact.set(key, code);
        }
      }
    }
  }

  /** The code; null when the cell is empty or means none of the words in force. */
  find(vocabulary: string, cell: string): string | null {
    if (cell === "") return null;
    const key = `${vocabulary}:${cell}`;
    const held = this.found.get(key);
    if (held !== undefined) return held;
    const code = this.look(vocabulary, cell);
    this.found.set(key, code);
    return code;
  }

  private look(vocabulary: string, cell: string): string | null {
    const text = fold(cell);
    const named = this.exact.get(`${vocabulary}:${text}`) ?? this.exact.get(`${vocabulary}:${asPlace(cell)}`);
    if (named) return named;
    const fits = (PATTERNS[vocabulary] ?? []).find(([, pattern]) => pattern.test(text));
    return fits && this.codes.has(`${vocabulary}:${fits[0]}`) ? fits[0] : null;
  }
}
