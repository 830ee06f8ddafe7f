import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { ClaimKind } from "@/lib/law/words";
import type { ClaimRow, EpisodeRow } from "@/lib/store/findings";
import { newId } from "@/lib/store/id";

type Words = (key: string, values?: Record<string, string>) => string;
type Saying = (episode: EpisodeRow, t: Words, locale: Locale) => string[];

/** One sentence or several for each kind; a case without charges says so instead of naming one. */
const sayings: Partial<Record<ClaimKind, Saying>> = {
  identity: (e, t) => [
    [
      t("identity", { name: e.name }),
      e.birthText && t("born", { date: e.birthText }),
      e.birthPlace && t("bornAt", { place: e.birthPlace }),
    ]
      .filter(Boolean)
      .join(" "),
  ],
  charge: (e, t, locale) =>
    e.charges.length > 0
      ? e.charges.map((c) =>
          c.text
            ? t("chargeWithText", { article: c.article, text: c.text })
            : t("charge", { article: c.article }),
        )
      : [t("noCharge", { category: e.category?.[locale] ?? t("unknownCategory") })],
  organ: (e, t, locale) => {
    const organ = e.organText ?? e.organ?.[locale] ?? t("unknownOrgan");
    return [e.dateText ? t("organOn", { organ, date: e.dateText }) : t("organ", { organ })];
  },
  measure: (e, t, locale) => [t("measure", { measures: measuresOf(e, t, locale) })],
  ground: (e, t, locale) => [t("ground", { organ: e.organText ?? e.organ?.[locale] ?? t("unknownOrgan") })],
  applied: (e, t, locale) => [t("applied", { name: e.name, measures: measuresOf(e, t, locale) })],
  exclusion: (_, t) => [t("exclusion")],
};

function measuresOf(e: EpisodeRow, t: Words, locale: Locale): string {
  const named = e.measures.map((m) => [m.text ?? m.kind?.[locale], m.dateText].filter(Boolean).join(", "));
  return named.join("; ") || t("unknownMeasure");
}

/** Required claims as full sentences, out of what is registered of the episode; nothing is cited yet. */
export async function prefill(
  episode: EpisodeRow,
  kinds: readonly string[],
  language: Locale,
): Promise<ClaimRow[]> {
  const t = (await translator(language, "findings.prefill")) as unknown as Words;
  return kinds.flatMap((kind) =>
    (sayings[kind as ClaimKind]?.(episode, t, language) ?? [""]).map((text) => ({
      id: newId(),
      kind: kind as ClaimKind,
      text,
      required: true,
      citations: [],
    })),
  );
}
