import type { Locale } from "@/lib/i18n/locales";

/** A row of the paper: what it is, and what it says; `hash` for what nobody reads aloud. */
export type PaperRow = { term: string; value: string; hash?: true };

/** All that stands on a receipt on paper, in words of its language; drawn by draw-paper.ts. */
export type Paper = {
  locale: Locale;
  /** The moment of the signature: the file says that it was made then, so that it is the same at every download. */
  at: Date;
  product: string;
  title: string;
  /** Whom or what it is about. */
  name: string;
  /** What has to be known before anything else: that it is void, that it is a sample. */
  notes: readonly string[];
  rows: readonly PaperRow[];
  statement: { title: string; text: string; said: boolean };
  /** What proves it, and how that is checked; beside the code, and in rows what is compared. */
  proof: {
    title: string;
    text: string;
    file: string;
    command: string;
    paper: string;
    rows: readonly PaperRow[];
  };
  keys: string;
  /** What the QR code holds. */
  code: string;
  /** Said in its place where it would not fit. */
  codeTooLong: string;
  foot: string;
  page(page: number, pages: number): string;
  attached: { line: string; about: string };
};
