import type { Column } from "@/lib/intake/columns";

/** Cells of the import table. */
export type CorpusRow = Partial<Record<Column, string>>;
