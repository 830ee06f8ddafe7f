type Params = Record<string, string | undefined>;
/** What is open in the tree, by unit, and at which position. */
export type TreeParams = { open: ReadonlyMap<string, number> };

/** An address with these parameters; those without a value fall out. */
export function addressWith(path: string, params: Params): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) if (value) query.set(name, value);
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

/** What is open in the tree, as it stands in the address: `id` or `id~position`, with commas between. */
export function readOpen(text: string | undefined): Map<string, number> {
  const entries = (text ?? "").split(",").filter(Boolean).slice(0, 60);
  return new Map(
    entries.map((entry) => {
      const [id = "", at] = entry.split("~");
      return [id, Math.max(0, Number(at) || 0)] as const;
    }),
  );
}

/** The address with one unit opened at a position, or closed (`at` null). */
export function withOpen({ open }: TreeParams, id: string, at: number | null): string {
  const next = new Map(open);
  if (at === null) next.delete(id);
  else next.set(id, at);
  const text = [...next].map(([unit, from]) => (from > 0 ? `${unit}~${from}` : unit)).join(",");
  // Nothing open is said as well: an address without it opens the archives.
  return addressWith("/files", { view: "tree", open: text || "none" });
}
