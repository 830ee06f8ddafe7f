type Params = Record<string, string | number | undefined>;

/** The same page with other parameters; those without a value fall out, and so does the place in the list. */
export function withParams(path: string, params: Params, changed: Params = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...params, ...changed })) {
    if (value !== undefined && value !== "") query.set(name, String(value));
  }
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}
