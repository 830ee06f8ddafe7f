import type { Locale } from "@/lib/i18n/locales";
import type { Found } from "@/lib/store/find";
import { reference } from "./view";

type Group = { label: string; items: { label: string; sub?: string; href: string }[] };

/** What was found, as the palette lists it; empty groups are left out. */
export function foundGroups(
  { cases, persons, files }: Found,
  labels: { cases: string; people: string; files: string },
  locale: Locale,
): Group[] {
  const under = (...parts: (string | null)[]): string => parts.filter(Boolean).join(" · ");
  const groups = [
    {
      label: labels.cases,
      items: cases.map((one) => ({
        label: one.name,
        sub: under(one.born, one.reference && reference(one.reference, locale)),
        href: `/cases/${one.id}`,
      })),
    },
    {
      label: labels.people,
      items: persons.map((one) => ({ label: one.name, sub: under(one.born), href: `/people/${one.id}` })),
    },
    {
      label: labels.files,
      items: files.map((one) => ({
        label: reference(one.reference, locale),
        sub: one.title,
        href: `/files/${one.id}`,
      })),
    },
  ];
  return groups.filter((group) => group.items.length > 0);
}
