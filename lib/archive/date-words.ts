/** How a date is bounded: `since` opens a period, `notBefore` says that its day is not known. */
export type Bound = "since" | "notBefore" | "notAfter" | "before" | "after";

/** What a word in a date means. Months and parts of a year carry their number, halves their months. */
export type DateWord =
  | { readonly kind: "month"; readonly value: number }
  | { readonly kind: "season"; readonly value: number }
  | { readonly kind: "months"; readonly value: readonly [number, number] }
  | { readonly kind: "bound"; readonly value: Bound }
  | { readonly kind: "approximate" | "uncertain" | "between" | "dash" | "or" | "and" | "vague" }
  | { readonly kind: "noise" };

/** Months: Russian in all cases, Kazakh with endings, English in full and short, Roman numerals. */
const MONTHS: readonly string[] = [
  String.raw`янв(?:ар[ьяею])?|қаңтар\p{L}*|jan(?:uary)?|i`,
  String.raw`фев(?:рал[ьяею])?|ақпан\p{L}*|feb(?:ruary)?|ii`,
  String.raw`мар(?:т[ае]?)?|наурыз\p{L}*|mar(?:ch)?|iii`,
  String.raw`апр(?:ел[ьяею])?|сәуір\p{L}*|apr(?:il)?|iv`,
  String.raw`ма[йяею]|мамыр\p{L}*|may|v`,
  String.raw`июн[ьяею]?|маусым\p{L}*|june?|vi`,
  String.raw`июл[ьяею]?|шілде\p{L}*|july?|vii`,
  String.raw`авг(?:уст[ае]?)?|тамыз\p{L}*|aug(?:ust)?|viii`,
  String.raw`сент?(?:ябр[ьяею])?|қыркүйе[кг]\p{L}*|sept?(?:ember)?|ix`,
  String.raw`окт(?:ябр[ьяею])?|қазан\p{L}*|oct(?:ober)?|x`,
  String.raw`ноя(?:б(?:р[ьяею])?)?|қараша\p{L}*|nov(?:ember)?|xi`,
  String.raw`дек(?:абр[ьяею])?|желтоқсан\p{L}*|dec(?:ember)?|xii`,
];

const SEASONS: readonly string[] = [
  String.raw`весн(?:а|ы|е|ой)|көктем\p{L}*|spring`,
  String.raw`лет(?:о|а|е|ом)|жаз(?:ы|да|дан|ында|ынан)?|summer`,
  String.raw`осен(?:ь|и|ью)|күз(?:і|де|ден|інде|інен)?|autumn|fall`,
  String.raw`зим(?:а|ы|е|ой)|қыс(?:ы|та|тан|ында|ынан)?|winter`,
];

const FIRST = String.raw`(?:перв(?:ая|ой|ую)|1-я|бірінші|first)`;
const SECOND = String.raw`(?:втор(?:ая|ой|ую)|2-я|екінші|second)`;
const HALF = String.raw`\s+(?:половин[аеуы]|жарты(?:сы|жылдығы)\p{L}*|half(?:\s+of)?)`;

/** Phrases before single words, so that "не ранее" is not read as "ранее". A lone Cyrillic с is "since". */
const WORDS: readonly (readonly [DateWord, string])[] = [
  [{ kind: "months", value: [1, 6] }, FIRST + HALF],
  [{ kind: "months", value: [7, 12] }, SECOND + HALF],
  ...["i|1-?й|1-ші", "ii|2-?й|2-ші", "iii|3-?й|3-ші", "iv|4-?й|4-ші"].map(
    (ordinal, i): [DateWord, string] => [
      { kind: "months", value: [i * 3 + 1, i * 3 + 3] },
      String.raw`(?:${ordinal})\s+(?:квартал[ае]?|тоқсан\p{L}*)`,
    ],
  ),
  [
    { kind: "bound", value: "notBefore" },
    String.raw`не\s+ран(?:ее|ьше)|not\s+before|no\s+earlier\s+than|ерте\s+емес`,
  ],
  [
    { kind: "bound", value: "notAfter" },
    String.raw`не\s+поз(?:днее|же)|not\s+after|no\s+later\s+than|кеш\s+емес`,
  ],
  [{ kind: "bound", value: "notAfter" }, String.raw`кешіктірмей|до|дейін|by|until|till`],
  [{ kind: "bound", value: "before" }, String.raw`ран(?:ее|ьше)|before|бұрын`],
  [{ kind: "bound", value: "after" }, String.raw`после|поз(?:днее|же)|after|кейін`],
  [{ kind: "bound", value: "since" }, String.raw`начиная\s+со?|со?|since|from|бастап`],
  [
    { kind: "approximate" },
    String.raw`ок|около|примерно|приблизительно|ca?|circa|about|approximately|шамамен`,
  ],
  [
    { kind: "uncertain" },
    String.raw`предположительно|вероятно|возможно|probably|possibly|болжам\p{L}*|мүмкін`,
  ],
  [{ kind: "between" }, String.raw`между|between|аралығы\p{L}*|арасы\p{L}*`],
  [{ kind: "dash" }, "по|to|through"],
  [{ kind: "or" }, "или|or|немесе"],
  [{ kind: "and" }, "и|and|және|мен|бен|пен"],
  [{ kind: "vague" }, String.raw`начал[оаеу]|в\s+начале|середин[аеуы]|кон(?:ец|ца|це)|early|mid|late|end`],
  [{ kind: "vague" }, String.raw`бас(?:ы|ында|ынан)|орта(?:сы|сында)|соң(?:ы|ында)|аяғ(?:ы|ында)`],
  ...MONTHS.map((words, i): [DateWord, string] => [{ kind: "month", value: i + 1 }, words]),
  ...SEASONS.map((words, i): [DateWord, string] => [{ kind: "season", value: 21 + i }, words]),
  [
    { kind: "noise" },
    String.raw`гг?|год(?:[ауы]|ов|ах)?|жж?|жыл(?:ғы|ы|дың|да|дан|ға)?|во?|на|the|of|in|year|числа|күні`,
  ],
];

const COMPILED = WORDS.map(([word, source]) => ({
  word,
  pattern: new RegExp(`(?:${source})(?!\\p{L})`, "uy"),
}));

/**
 * The word or phrase at a place of a lower-case text, and where it ends; null for a word that is not known.
 */
export function dateWordAt(text: string, at: number): { word: DateWord; end: number } | null {
  for (const { word, pattern } of COMPILED) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) return { word, end: at + match[0].length };
  }
  return null;
}
