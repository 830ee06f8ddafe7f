import { newId } from "@/lib/store/id";
import type { BodyName, Bodies } from "./bodies";
import type { FondsKey } from "./fonds";
import { layOut, type Evidence, type Layout } from "./materials";
import type { Random } from "./random";
import type { Records } from "./records";
import { dateColumns, type Tree } from "./units";

/** A grade that must be lifted, or kept for part of the file; `null` where a file never was secret. */
export type Secret = {
  owners: readonly BodyName[];
  /** Leaves kept by their owner, if any. */
  keeps?: readonly [from: number, to: number];
  /** False while nobody has proposed an answer yet. */
  answered: boolean;
};

export type FileSpec = {
  day: number;
  fonds: FondsKey;
  inventory: string;
  reference: string;
  title: string;
  dates: string;
  /** 0: nobody has counted them yet. */
  leaves: number;
  /** What kind of papers lie in it; null: nobody has described them yet. */
  layout: Layout | null;
  accused: number;
  secret: Secret | null;
};

export type SampleFile = {
  id: string;
  path: string;
  archive: "central" | "ili";
  spec: FileSpec;
  evidence: readonly Evidence[];
  keptSpan: string | null;
};

type Desk = { records: Records; tree: Tree; bodies: Bodies; random: Random; at: Date };

export function makeFile(desk: Desk, spec: FileSpec): SampleFile {
  const { records, tree, at } = desk;
  const { reference, title, dates, leaves, secret } = spec;
  const id = newId();
  const path = tree.addFile(records, spec, { id, reference, title, dates, at });
  records.add("files", {
    id,
    foliation: leaves ? `1–${leaves}` : null,
    leaf_count: leaves || null,
    counted_at: leaves ? at.toISOString() : null,
    grade: secret ? (secret.owners.length > 1 ? "top_secret" : "secret") : null,
    stamps: secret ? "Сов. секретно. Хранить вечно" : spec.layout === "case" ? "Хранить вечно" : null,
  });
  for (const agency of secret?.owners ?? []) {
    records.add("file_owners", { file_id: id, agency_id: desk.bodies[agency].id });
  }
  const keptSpan = leaves ? addSpans(desk, id, spec) : null;
  const { materials, evidence } = layOut(spec.layout, leaves, spec.accused);
  for (const { kind, title: name, from, to } of materials) {
    const range = { from_pos: from, to_pos: to, had_grade: secret !== null };
    const row = { id: newId(), file_id: id, kind, title: name, ...range };
    records.add("materials", { ...row, ...dateColumns(dates) });
  }
  return { id, path, archive: tree.archiveOf(spec.fonds), spec, evidence, keptSpan };
}

const span = { secrecy: null, grade: null, owner_id: null, basis: null, review_date: null } as const;
const open = { access: "open", access_basis: null, closed_until: null } as const;
const closed = {
  access: "closed",
  access_basis: "Личные данные родственников: до истечения 75 лет",
  closed_until: "2031-12-31",
} as const;

/** Spans together cover the file. Returns the one that its owner will keep. */
function addSpans({ records, bodies, random }: Desk, fileId: string, spec: FileSpec): string | null {
  const last = spec.leaves * 2 - 1;
  const add = (from: number, to: number, answer: Record<string, unknown>): string => {
    const id = newId();
    if (from <= to) records.add("spans", { id, file_id: fileId, from_pos: from, to_pos: to, ...answer });
    return id;
  };
  const { secret } = spec;
  if (!secret) {
    const tail = spec.leaves > 30 && random.chance(0.2) ? last - 7 : null;
    add(0, (tail ?? last + 1) - 1, { ...span, secrecy: "none", ...open });
    if (tail) add(tail, last, { ...span, secrecy: "none", ...closed });
    return null;
  }
  const owners = secret.owners.map((name) => bodies[name].id);
  if (!secret.answered) {
    add(0, last, { ...span, owner_id: owners[0], access: null, access_basis: null, closed_until: null });
    return null;
  }
  const lift = (owner: string) => ({
    ...span,
    secrecy: "lift",
    grade: "secret",
    owner_id: owner,
    basis: "Сведения утратили значение: ведомственный перечень, пункт о делах до 1956 года",
    ...open,
  });
  if (secret.keeps) {
    const [from, to] = [secret.keeps[0] * 2 - 2, Math.min(secret.keeps[1] * 2 - 1, last)];
    add(0, from - 1, lift(owners[0]!));
    const basis = "Сведения о лицах, оказывавших содействие на конфиденциальной основе";
    const kept = { ...lift(owners.at(-1)!), basis, review_date: "2031-01-01", ...closed };
    const id = add(from, to, { ...kept, secrecy: "keep" });
    add(to + 1, last, lift(owners[0]!));
    return id;
  }
  const half = owners.length > 1 ? Math.floor(spec.leaves / 2) * 2 : last + 1;
  add(0, half - 1, lift(owners[0]!));
  if (half <= last) add(half, last, lift(owners[1]!));
  return null;
}
