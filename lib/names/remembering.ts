/** Surnames of a province. */
const MOST = 16_384;

/** Registers repeat themselves: what a text was read as lately is not read again. */
export function remembering<T>(read: (text: string) => T, most = MOST): (text: string) => T {
  const held = new Map<string, T>();
  return (text) => {
    if (held.has(text)) return held.get(text) as T;
    if (held.size >= most) held.clear();
    const value = read(text);
    held.set(text, value);
    return value;
  };
}
