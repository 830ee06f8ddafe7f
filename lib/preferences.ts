/** What a browser keeps about how somebody likes the screens; none of it matters to anybody else. */
export const themeCookie = "aqtalu-theme";
export const keysCookie = "aqtalu-keys";

export const themes = ["auto", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

export function isTheme(value: unknown): value is Theme {
  return typeof value === "string" && (themes as readonly string[]).includes(value);
}

export type KeysChoice = "on" | "off";

export function isKeysChoice(value: unknown): value is KeysChoice {
  return value === "on" || value === "off";
}
