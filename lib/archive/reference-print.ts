import type { PrintLocale } from "@/lib/archive/problem";
import type { Reference } from "@/lib/archive/reference";
import { printSheetRanges } from "@/lib/archive/sheet-range";

type PrintPart = (value: string) => string;
type Style = {
  readonly fonds: PrintPart;
  readonly inventory: PrintPart;
  readonly file: PrintPart;
  readonly volume: PrintPart;
  readonly between: string;
};

const STYLES: Record<PrintLocale, Style> = {
  ru: {
    fonds: (value) => `Ф. ${value}`,
    inventory: (value) => `Оп. ${value}`,
    file: (value) => `Д. ${value}`,
    volume: (value) => `Т. ${value}`,
    between: ". ",
  },
  kk: {
    fonds: (value) => `${value}-қ`,
    inventory: (value) => `${value}-т`,
    file: (value) => `${value}-іс`,
    volume: (value) => `${value}-том`,
    between: ". ",
  },
  en: {
    fonds: (value) => `fonds ${value}`,
    inventory: (value) => `inv. ${value}`,
    file: (value) => `file ${value}`,
    volume: (value) => `vol. ${value}`,
    between: ", ",
  },
};

/**
 * Prints a reference after the manner of the language: `АП РК. Ф. 10. Оп. 2. Д. 345. Л. 12–14 об.`; `АП РК.
 * 10-қ. 2-т. 345-іс. 12–14-пп. сырты`; `АП РК, fonds 10, inv. 2, file 345, ff. 12–14v`. The archive is
 * printed as it is given. What is printed reads back as the same reference.
 */
export function printReference(reference: Reference, locale: PrintLocale): string {
  const style = STYLES[locale];
  const [file, volume] = reference.file?.split(" т. ") ?? [];
  return [
    reference.archive,
    reference.fonds && style.fonds(reference.fonds),
    reference.inventory && style.inventory(reference.inventory),
    file && style.file(file),
    volume && style.volume(volume),
    printSheetRanges(reference.sheets, locale),
  ]
    .filter((part) => part)
    .join(style.between);
}
