/**
 * What letters of the three scripts fold to. The folded alphabet is a coarse Latin one in which x stands for
 * х, sh and ch for one sound each. It is meant for finding, never for showing. In the rows below every letter
 * or group of letters is followed by its fold, and by nothing where it falls away.
 */

/** Cyrillic: Russian, Kazakh, and letters that left Russian spelling in 1918. */
const CYRILLIC = [
  // Russian, one letter for one sound. Hard and soft signs fall away, at the end of old spellings too.
  "а a, б b, в v, г g, д d, е e, ж j, з z, и i, к k, л l, м m, н n, о o, п p, р r, с s, т t, у u, ф f, х x",
  "ц ts, ч ch, ш sh, ю iu, я ia, ъ, ь",
  // Written for one another: ё as е, э as е (Ауэзов, Ауезов), щ as ш, й and ы as и.
  "ё e, э e, щ sh, й i, ы i",
  // Kazakh letters as Russian clerks wrote them down: ә а, ғ г, қ к, ң н or нг, ө о, ұ and ү у, һ х, і и.
  "ә a, ғ g, қ k, ң n, нг n, ө o, ұ u, ү u, һ x, і i",
  // Kazakh ж was written дж before it was written ж (Джумабаев, Жумабаев).
  "дж j",
  // Before 1918: ять, фита, ижица; і is above.
  "ѣ e, ѳ f, ѵ i",
];

/** Latin as romanisations write it: BGN/PCGN, ICAO, ALA-LC, ISO 9, the Kazakh alphabets of 2018 and 2021. */
const LATIN = [
  "a a, b b, d d, e e, f f, g g, i i, k k, l l, m m, n n, o o, p p, r r, s s, t t, u u, v v, z z",
  // Sounds that take several letters.
  "zh j, dzh j, dj j, kh x, gh g, ng n, ph f, ck k",
  "sh sh, sch sh, shch sh, ch ch, tch ch, tsch ch, ts ts, tz ts",
  // Where two groups meet: тш is no ц with h, нғ is no ң with h.
  "tsh tsh, ngh ng",
  // BGN/PCGN writes ye for е at the beginning and after vowels, yo or yë for ё.
  "ye e, yo e, yë e",
  "y i, j j, h x, q k, w v, x ks, c ts",
  // Kazakh alphabets: ş ш, ç ч, ı ы, and ý у (2018), which without its accent would be taken for ы.
  "ş sh, ç ch, ı i, ý u",
  // The Kazakh alphabet of 1929 to 1940 (яналиф): ə ә, ƣ ғ, ꞑ ң, ɵ ө, ƶ ж, ƅ ы (ı ы is above).
  "ə a, ƣ g, ꞑ n, ɵ o, ƶ j, ƅ i",
  // Scientific transliteration and ISO 9.
  "š sh, č ch, ž j, ŝ sh",
];

/** Everything above by its letters, which are at most `LONGEST_KEY` long; the longest that fits is meant. */
export const LETTERS: ReadonlyMap<string, string> = new Map(
  [...CYRILLIC, ...LATIN].flatMap((row) =>
    row.split(", ").map((entry): [string, string] => {
      const [letters = "", fold = ""] = entry.split(" ");
      return [letters, fold];
    }),
  ),
);

export const LONGEST_KEY = Math.max(...[...LETTERS.keys()].map((key) => key.length));

/**
 * Letters whose fold is plain to any reader (а = a), so that a match across scripts need not explain them.
 */
export const PLAIN_CYRILLIC: ReadonlySet<string> = new Set("абвгдезиклмнопрстуфый");

/** Signs that separate or soften within a word and are passed over. */
export const SILENT = /[\p{M}'’‘ʼʹʺʻʿ`´"·-]/u;
