import type { Locale } from "@/lib/i18n/locales";
import type { Word } from "@/lib/units/view";
import type { Option } from "./owners-form";

/** Words of a vocabulary for a list; a value that it does not hold is kept as it is. */
export function optionsOf(words: Word[] | undefined, locale: Locale, held?: string | null): Option[] {
  const options = (words ?? []).map(({ code, name }) => ({ value: code, label: name[locale] }));
  const known = !held || options.some((option) => option.value === held);
  return known ? options : [...options, { value: held, label: held }];
}
