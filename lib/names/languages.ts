/**
 * How names that a language spells in Latin letters are written down in Cyrillic by ear, which is how a clerk wrote down
 * a Pole, a German or a Greek: Kowalczyk, Ковальчик; Schmidt, Шмидт. The letters of each row are read as the letters behind
 * them, in the romanisation that is folded (`LATIN` of letters.ts). `V` is any vowel, `E` is e, i or y, both of them only
 * looked at; `^` and `$` are the ends of the word. The longest that fits is meant, of equal ones the first.
 *
 * After the rules of practical transcription as Гиляревский and Старостин, Иностранные имена и названия в русском
 * тексте (1985), give them, as far as they differ from letter for letter.
 */
export const LANGUAGES: readonly (readonly string[])[] = [
  // English
  [
    "cE s, c k, ck k, ch ch, ph f, th t, gh g, igh ai, ght t, wh v, w u, ^w u, oo u, ee i, ea i, ou au, ow au, ay ei, ai ei, ey i, aw o",
    "au o, j dzh, gE dzh, dge dzh, x ks, ^kn n, qu kv, e$ , y$ i, sch sk, ^mc mak, tch ch, a e, er er, ue iu, oe o, ie i, ^y i, ^i ai",
  ],
  // French
  [
    "ch sh, cE s, c k, ç s, ou u, ow u, eau o, au o, ai e, ei e, oi ua, oy ua, gn n, qu k, q k, gE zh, gu g, j zh, h , ph f, th t",
    "e$ , es$ , s$ , t$ , d$ , x$ , z$ , ill ii, ille$ i, eu e, u iu, y i, en an, em am, er$ e, et$ e, ez$ e, ault$ o, aud$ o, x ks, ie$ i",
  ],
  // Italian
  [
    "cE ch, ciV ch, ccE chch, cciV chch, ch k, c k, gE dzh, giV dzh, ggE dzh, ggiV dzh, gh g, gli li, gliV l, gn n, scE sh, sciV sh, sch sk",
    "z ts, qu kv, j i, h , y i, w v, x ks, th t, ph f",
  ],
  // Spanish, Portuguese
  [
    "cE s, c k, ch ch, j kh, gE kh, gu g, guE g, qu k, ll l, ñ n, z s, h , y i, x s, v v, nh n, lh l, ç s, ão an, ã an, õ on, es$ es, w u",
  ],
  // Polish
  [
    "sz sh, cz ch, rz zh, ż zh, ź z, ś s, ć ch, ń n, ci ch, ciV ch, siV s, ziV z, niV n, ch kh, h kh, w v, ł l, ó u, ą on, ę en, c ts, j i, dż dzh",
    "dź dz, szcz shch, y i, ski$ skii, cki$ tskii, ow ov, eV e, cz$ ch, v v, x ks, au au",
  ],
  // Czech, Slovak, Croatian, Slovenian, Serbian, Latvian, Lithuanian
  [
    "č ch, ć ch, š sh, ž zh, ř rzh, đ dzh, c ts, ch kh, h g, j i, ě e, ů u, w v, y i, ý i, í i, á a, é e, ó o, ú u, ł l, ň n, ť t, ď d, x ks",
    "lj l, nj n, dž dzh, as$ , is$ , us$ , iu iu",
  ],
  // Croatian and its neighbours, where h is kh
  ["č ch, ć ch, š sh, ž zh, đ zh, c ts, h kh, j i, lj l, nj n, dž dzh, ije ie"],
  // Hungarian, Romanian, Albanian, Turkish
  [
    "sz s, cs ch, zs zh, gy d, ny n, ly i, s sh, c ts, cz ts, ty t, ö e, ő e, ü iu, ű iu, j i, y i, th t, ts ch, w v",
  ],
  [
    "ce che, ci chi, c k, ch k, ș sh, ş sh, ț ts, ţ ts, j zh, ge dzhe, gi dzhi, gh g, ă e, â i, î i, x ks, y i, ii$ i",
  ],
  ["c dzh, ç ch, ş sh, ğ g, ı y, ö e, ü iu, j zh, y i, x dzh, q ch, ë e, sh sh, zh zh, dh d, th t, â a, ğ$ "],
  // German, Dutch, Scandinavian
  [
    "sch sh, tsch ch, ch kh, chs ks, ck k, c k, cE ts, z ts, tz ts, zz ts, w v, v f, ei ai, ey ai, ai ai, eu oi, äu oi, ie i, j i, ph f, th t",
    "ß s, ä e, ö e, ü iu, y i, ^sV z, VsV z, ^st sht, ^sp shp, ah a, eh e, oh o, uh u, ih i, üh iu, äh e, öh e, dt t, qu kv, x ks, aa a, ee e, oo o",
  ],
  [
    "oe u, ij ei, ui ei, ou au, uu iu, u iu, g kh, sch skh, ch kh, j i, v v, w v, z z, ee e, aa a, oo o, ie i, eu e, y ei, ck k, c k, cE s, tj t, dj d",
    "å o, ø e, ö e, ä e, æ e, kj ch, sj sh, skj sh, gE i, kE k, th t, h kh, ei ei, øy ei",
  ],
  // Latin and Greek names of antiquity
  [
    "us$ , ius$ ii, os$ , c k, cE ts, ae e, oe e, ph f, th f, y i, ch kh, x ks, qu kv, eu ev, au av, h g, ^h g, ^he ge, rh r, es$ , is$ , on$ on",
  ],
  // Japanese, as Поливанов writes it
  [
    "shi si, sh s, chi ti, ch t, ji dzi, j dz, tsu tsu, z dz, fu fu, y i, ō o, ū u, ē e, ei ei, tchi tti, h kh, ya ia, yu iu, yo io, w v, cch tt",
  ],
  // Chinese, as Палладий writes it
  [
    "zh chzh, ch ch, sh sh, r zh, x s, q ts, j ts, z ts, c ts, h kh, w v, ^wu u, y , yo iu, you iu, ong un, ian ian, ue iue, iu iu, ui ui, ng n, eng en, hui khoi, ju tsiu, qu tsiu, xu siu, yu iui, yi i, g g, b b, d d, ei ei",
  ],
];
